-- The lines of Amazon's orders.
-- Grain: one row a line of the file. Texts. An empty price, as cancelled and pending orders have it, is 0.
select
  file,
  line,
  amazon_order_id as order_id,
  purchase_date as ordered_at,
  sku as product_id,
  product_name,
  quantity,
  coalesce(filled(item_price), '0') as line_total,
  item_promotion_discount as line_discount,
  currency,
  ship_country as country,
  ship_state as state,
  order_status as status,
  asin,
  fulfillment_channel
from staged_orders
