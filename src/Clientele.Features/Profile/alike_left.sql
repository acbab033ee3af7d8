-- What still differs only in case or blanks after cleaning, and so counts as different things.
-- Grain: one row a field of lines before $as_of in which that occurs. values: those that differ from at least one other only so.
with

counted as (
  select order_key, customer_key, product_key, place_key, count(*) as n
  from core.order_lines
  where ordered_at < $as_of
  group by grouping sets (order_key, customer_key, product_key, place_key)
),

by_value as (
  select 'order_id' as field, order_id as value, n as lines
  from counted join core.orders using (order_key)
  union all
  select 'customer_id', customer_id, n
  from counted join core.customers on customers.customer_key = counted.customer_key
  union all
  select 'product_id', product_id, n
  from counted join core.products using (product_key)
  union all
  select 'country', country, sum(n)
  from counted join core.places using (place_key)
  where country is not null
  group by country
  union all
  select 'state', state, sum(n)
  from counted join core.places using (place_key)
  where state is not null
  group by state
),

alike as (
  select field, value, lines, lower(regexp_replace(value, '[\s\x{00A0}\x{2007}\x{202F}]+', ' ', 'g')) as form
  from by_value
  qualify count(*) over (partition by field, form) > 1
)

select
  field,
  count(*) as alike,
  string_agg(value, ' = ' order by lines desc, value) filter (where form = first_form) as example
from (select *, min(form) over (partition by field) as first_form from alike)
group by field
order by field
