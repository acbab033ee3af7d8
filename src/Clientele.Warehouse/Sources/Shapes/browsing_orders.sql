-- Orders by product category.
-- Grain: one row a line of the file. Numbers that a spreadsheet wrote as 96.0 are 96.
select
  file,
  line,
  ordno as order_id,
  regexp_replace(custno, '\.0$', '') as customer_id,
  orderdate as ordered_at,
  regexp_replace(prodcat2, '\.0$', '') as product_id,
  revenue as line_total,
  regexp_replace(prodcat1, '\.0$', '') as category,
  regexp_replace(prodcat2, '\.0$', '') as sub_category
from staged_orders
