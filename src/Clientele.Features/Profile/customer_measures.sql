-- What each customer spent by category and by quarter of the year, and how often they ordered in it.
-- Grain: one row a customer and measure that is not 0, before $as_of; of more customers than are asked for, evenly drawn ones.
-- measure: 'sales product_type A', 'sales quarter Q1', 'orders quarter Q1'. Currency of the shop; orders.
-- Quarters of all years go together. Only the twenty-one categories that bring most have a measure.
-- In a shop without any order: all totals of its tables without dates.
with

customers as (
  select customer_key, customer_id, row_number() over (order by customer_id) as place, count(*) over () as all_customers
  from core.customers
  where
    customer_key in (select customer_key from core.order_lines where ordered_at < $as_of)
    or (not exists (from core.order_lines) and (registered_on is null or registered_on < $as_of))
),

drawn as (
  select customer_key, customer_id from customers where (place - 1) % ceil(all_customers / $most_customers) = 0
),

lines as (
  select customer_key, customer_id, order_key, 'Q' || quarter(ordered_at) as quarter, category, amount
  from core.order_lines
  join drawn using (customer_key)
  left join core.line_categories using (line)
  where ordered_at < $as_of
),

largest as (
  select category
  from core.order_lines
  join core.line_categories using (line)
  where ordered_at < $as_of
  group by category
  order by sum(amount) desc, category
  limit 21
),

measured as (
  select customer_id, 'sales product_type ' || category as measure, sum(amount) as value
  from lines
  semi join largest using (category)
  group by all
  union all
  select customer_id, 'sales quarter ' || quarter, sum(amount) from lines group by all
  union all
  select customer_id, 'orders quarter ' || quarter, count(distinct order_key) from lines group by all
  union all
  select customer_id, measure, value
  from core.measures
  join drawn using (customer_id)
  where not exists (from core.order_lines)
)

select customer_id, measure, value::decimal(18, 4) as value
from measured
where value <> 0
order by customer_id, measure
