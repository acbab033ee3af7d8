-- thelook's users.
-- Grain: one row a user of the file. birth_year: the last year of any item less the age; an age that is no number stays, and is rejected.
with

last_year as (
  select max(try_cast(left(trim(created_at), 4) as integer)) as year from staged_items
)

select
  file,
  line,
  id as customer_id,
  filled(email) as customer_email,
  filled(concat_ws(' ', filled(first_name), filled(last_name))) as name,
  country,
  state,
  postal_code as billing_zip,
  coalesce((year - try_cast(age as integer))::varchar, age) as birth_year,
  gender as sex,
  created_at as registered_at,
  traffic_source
from staged_users
cross join last_year
