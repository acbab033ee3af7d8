-- The shop's orders, returns left out.
-- Grain: one row an order with a kept line. order_key: rank of the sorted ids. amount: the shop's currency.
-- customer_key: null for an order that names no customer.
with

orders as (
  select
    order_id,
    min(customer_id) as customer_id,
    min(ordered_at) as ordered_at,
    min(country) as country,
    min(state) as state,
    count(*)::integer as lines,
    sum(quantity)::decimal(18, 3) as units,
    sum(amount)::decimal(18, 4) as amount
  from staging.lines
  group by order_id
)

select row_number() over (order by order_id)::integer as order_key, customer_key, orders.* exclude (customer_id)
from orders
left join core.customers using (customer_id)
order by order_id
