-- The lines of baskets in the R package completejourney.
-- Grain: one row a line of the file.
with

products as (select distinct on (product_id) * from staged_products order by product_id, file desc, line desc)

select
  t.file,
  t.line,
  t.basket_id as order_id,
  t.household_id as customer_id,
  t.transaction_timestamp as ordered_at,
  t.product_id,
  products.product_type as product_name,
  t.quantity,
  t.sales_value as line_total,
  products.department as category,
  products.product_category as sub_category,
  t.store_id
from staged_transactions as t
left join products using (product_id)
