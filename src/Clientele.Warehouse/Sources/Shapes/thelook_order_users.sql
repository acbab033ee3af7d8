-- The users of thelook who stand beside their orders: each once, as the last of their rows says.
-- Grain: one row a user of the file. birth_year: the last year of any order less the age; an age that is no number stays, and is rejected.
with

last_year as (
  select max(try_cast(left(trim(coalesce(filled(order_created_at), filled(registered_on))), 4) as integer)) as year
  from staged_orders
),

users as (
  select distinct on (user_id) * from staged_orders where known_id(user_id) is not null order by user_id, file desc, line desc
)

select
  file,
  line,
  user_id as customer_id,
  filled(concat_ws(' ', filled(first_name), filled(last_name))) as name,
  country,
  state,
  postal_code as billing_zip,
  coalesce((year - try_cast(age as integer))::varchar, age) as birth_year,
  gender as sex,
  registered_on as registered_at,
  user_traffic_source as traffic_source
from users
cross join last_year
