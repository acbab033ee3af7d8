-- The orders of WooCommerce's analytics.
-- Grain: one row an order. Customers by name; products stay as they are packed.
select
  file,
  line,
  ltrim("order", '#') as order_id,
  filled(customer) as customer_id,
  date as ordered_at,
  n_revenue as line_total,
  status,
  product_s as products
from staged_orders
