-- What was sold, line by line.
-- Grain: one row a kept line; line is its place in the files. Money: the shop's currency.
with

orders as (
  select order_key, text_code(order_id) as order_code from core.orders
),

customers as (
  select customer_key, text_code(customer_id) as customer_code from core.customers
),

products as (
  select product_key, text_code(product_id) as product_code from core.products
),

descriptions as (
  select description_key, text_code(description) as name_code from core.descriptions
),

places as (
  select place_key, coalesce(text_code(country), -1) as country_code, coalesce(text_code(state), -1) as state_code from core.places
)

select
  l.line,
  order_key,
  customer_key,
  product_key,
  l.ordered_at,
  l.quantity,
  l.unit_price,
  l.amount,
  description_key,
  place_key
from staging.lines as l
join orders using (order_code)
left join customers using (customer_code)
left join products using (product_code)
left join descriptions using (name_code)
left join places as p
  on p.country_code = coalesce(l.country_code, -1) and p.state_code = coalesce(l.state_code, -1)
