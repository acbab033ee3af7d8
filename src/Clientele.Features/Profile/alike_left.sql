-- What still differs only in case or blanks after cleaning, and so counts as different things.
-- Grain: one row a field of lines before $as_of in which that occurs. values: those that differ from at least one other only so.
with

written as (
  select o.order_id, c.customer_id, p.product_id, l.country, o.state
  from core.order_lines as l
  join core.orders as o using (order_key)
  left join core.customers as c on c.customer_key = l.customer_key
  left join core.products as p on p.product_key = l.product_key
  where l.ordered_at < $as_of
),

by_value as (
  select field, value, count(*) as lines
  from (unpivot written on order_id, customer_id, product_id, country, state into name field value value)
  group by all
),

alike as (
  select field, value, lines, lower(regexp_replace(value, '\s+', ' ', 'g')) as form
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
