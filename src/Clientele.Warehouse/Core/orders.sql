-- The shop's orders, returns left out.
-- Grain: one row an order with a kept line. order_key: rank of the sorted ids. amount: the shop's currency.
-- customer_key: null for an order that names no customer; of several the first by its id. Country and state: the first place.
with

keys as (
  select customer_key, text_code(customer_id) as customer_code from core.customers
),

spots as (
  select place_key, coalesce(text_code(country), -1) as country_code, coalesce(text_code(state), -1) as state_code from core.places
),

orders as (
  select
    order_code,
    min(customer_key) as customer_key,
    min(ordered_at) as ordered_at,
    min(place_key) as place_key,
    count(*)::integer as lines,
    sum(quantity)::decimal(18, 3) as units,
    sum(amount)::decimal(18, 4) as amount
  from staging.lines as l
  left join keys using (customer_code)
  left join spots as s
    on s.country_code = coalesce(l.country_code, -1) and s.state_code = coalesce(l.state_code, -1)
  group by order_code
),

named as (
  select text_of(order_code) as order_id, * exclude (order_code) from orders
)

select
  row_number() over (order by order_id)::integer as order_key,
  customer_key,
  order_id,
  ordered_at,
  country,
  state,
  lines,
  units,
  amount
from named
left join core.places using (place_key)
order by order_id
