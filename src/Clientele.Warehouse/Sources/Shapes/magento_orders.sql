-- The orders of Magento's grid.
-- Grain: one row an order. customer_id: the name on the bill, where no e-mail is shown.
select
  file,
  line,
  id as order_id,
  case when filled(customer_email) is null then filled(bill_to_name) end as customer_id,
  filled(customer_email) as customer_email,
  purchase_date as ordered_at,
  grand_total_base as line_total,
  total_refunded as refund,
  status,
  regexp_replace(trim(purchase_point), '\s*\n\s*', ' / ', 'g') as purchase_point
from staged_orders
