-- Everybody who bought or gave back, with a number for each.
-- Grain: one row a customer. customer_key: rank of the sorted ids, so that it does not depend on the order of the file.
with

named as (
  select customer_id from staging.lines
  union
  select customer_id from staging.returns
)

select row_number() over (order by customer_id)::integer as customer_key, customer_id
from named
where customer_id is not null
order by customer_id
