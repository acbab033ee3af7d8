-- What lies in which order: what rules, networks of products and recommenders are learned from.
-- Grain: one row an order and product with a sale before $as_of, ordered by order and product.
-- All are numbered from 0: orders in the order of their time, products and customers by id; customer is -1 where none is named.
with

lines as (
  select distinct
    order_key,
    product_key,
    min(customer_key) over (partition by order_key) as customer_key,
    min(ordered_at) over (partition by order_key) as ordered_at
  from core.order_lines
  where ordered_at < $as_of
),

baskets as (
  select order_key, row_number() over (order by ordered_at, order_key) - 1 as basket
  from (select distinct order_key, ordered_at from lines)
),

buyers as (
  select customer_key, row_number() over (order by customer_id) - 1 as customer
  from core.customers
  where customer_key in (select customer_key from lines)
),

goods as (
  select product_key, row_number() over (order by product_id) - 1 as product
  from core.products
  where product_key in (select product_key from lines)
)

select
  basket::double as basket,
  product::double as product,
  coalesce(customer, -1)::double as customer,
  (ordered_at::date - date '1970-01-01')::double as day
from lines
join baskets using (order_key)
join goods using (product_key)
left join buyers using (customer_key)
order by basket, product
