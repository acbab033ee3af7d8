-- The items of Instacart's baskets, each worth 1, at times that are counted from each customer's first order.
-- Grain: one row an item of a basket. An item without its order has no time, and is rejected by that.
with

orders as (
  select
    order_id,
    user_id,
    strftime(
      first_day()
        + to_days(
          sum(coalesce(try_cast(days_since_prior_order as double), 0)) over (
            partition by user_id order by try_cast(order_number as integer)
          )::integer
        )
        + to_hours(coalesce(try_cast(order_hour_of_day as integer), 0)),
      '%Y-%m-%d %H:%M:%S'
    ) as ordered_at
  from staged_orders
),

products as (
  select product_id, any_value(product_name) as product_name, any_value(department) as category, any_value(aisle) as sub_category
  from staged_products
  left join staged_departments using (department_id)
  left join staged_aisles using (aisle_id)
  group by product_id
)

select
  b.file,
  b.line,
  b.order_id,
  orders.user_id as customer_id,
  orders.ordered_at,
  b.product_id,
  products.product_name,
  '1' as quantity,
  '1' as unit_price,
  products.category,
  products.sub_category,
  b.add_to_cart_order
from staged_baskets as b
left join orders using (order_id)
left join products using (product_id)
