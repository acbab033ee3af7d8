-- The items of Olist's orders, with their orders, people and categories.
-- Grain: one row an item, which is one unit. An item without its order has no time, and is rejected by that.
with

orders as (select distinct on (order_id) * from staged_orders order by order_id, file desc, line desc),

people as (select distinct on (customer_id) * from staged_customers order by customer_id, file desc, line desc),

categories as (
  select distinct on (product_id) product_id, coalesce(product_category_name_english, product_category_name) as category
  from staged_products
  left join (
    select distinct on (product_category_name) product_category_name, product_category_name_english
    from staged_translations
    order by product_category_name, file desc, line desc
  ) using (product_category_name)
  order by product_id, file desc, line desc
)

select
  i.file,
  i.line,
  i.order_id,
  people.customer_unique_id as customer_id,
  orders.order_purchase_timestamp as ordered_at,
  i.product_id,
  '1' as quantity,
  i.price as unit_price,
  people.customer_state as state,
  categories.category,
  orders.order_status as status,
  i.order_item_id
from staged_items as i
left join orders using (order_id)
left join people on people.customer_id = orders.customer_id
left join categories on categories.product_id = i.product_id
