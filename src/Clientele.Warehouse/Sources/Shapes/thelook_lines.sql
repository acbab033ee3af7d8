-- The items of thelook's orders, with what users and products say of them.
-- Grain: one row an item, which is one unit.
with

users as (select distinct on (id) * from staged_users order by id, file desc, line desc),

products as (select distinct on (id) * from staged_products order by id, file desc, line desc)

select
  i.file,
  i.line,
  i.order_id,
  i.user_id as customer_id,
  i.created_at as ordered_at,
  i.product_id,
  products.name as product_name,
  '1' as quantity,
  i.sale_price as unit_price,
  users.country,
  users.state,
  products.category,
  i.status,
  i.id as item_id
from staged_items as i
left join users on users.id = i.user_id
left join products on products.id = i.product_id
