-- The lines of orders as plug-ins of WooCommerce export them.
-- Grain: one row a line of the file. Without columns of items the order's total stands on its first line, and its other lines are none.
-- line_total: as the file says it of the item; empty where it says a price of one piece.
with

orders as (
  select
    *,
    coalesce(filled(sku), filled(product_sku), filled(item_sku)) as product,
    coalesce(filled(product_name), filled(item_name)) as title,
    coalesce(filled(quantity), filled(item_quantity)) as pieces,
    coalesce(filled(line_total), filled(item_total)) as total,
    row_number() over (partition by file, order_id order by line) as place
  from staged_orders
)

select
  file,
  line,
  order_id,
  -- A customer is an e-mail here: guests have the number 0, and the same people order as guests and signed in.
  case when filled(billing_email) is null then nullif(filled(customer_id), '0') end as customer_id,
  filled(billing_email) as customer_email,
  order_date as ordered_at,
  product as product_id,
  title as product_name,
  coalesce(pieces, '1') as quantity,
  filled(item_price) as unit_price,
  case
    when total is not null then total
    when filled(item_price) is not null then null
    when place = 1 then order_total
    else '0'
  end as line_total,
  order_currency as currency,
  coalesce(filled(shipping_country), filled(billing_country)) as country,
  coalesce(filled(shipping_state), filled(billing_state)) as state,
  order_status as status
from orders
