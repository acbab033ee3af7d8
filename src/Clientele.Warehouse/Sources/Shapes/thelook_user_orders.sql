-- The orders of thelook's users.
-- Grain: one row an order, and one for each user without any: only customer and place are told there.
select
  file,
  line,
  known_id(order_id) as order_id,
  user_id as customer_id,
  order_created_at as ordered_at,
  num_of_item as quantity,
  revenue as line_total,
  country,
  state,
  order_status as status,
  known_id(city) as city,
  street_address
from staged_orders
