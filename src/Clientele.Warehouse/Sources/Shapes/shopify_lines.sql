-- The lines of Shopify's orders, each with what the export says of its order on one line only.
-- Grain: one row a line of the file. Texts; the refund stands on an order's first line only.
-- customer_id: name and phone of the bill, for orders without an e-mail; neither for sales without a customer.
with

orders as (
  select
    file,
    name,
    min(line) as first_line,
    arg_min(filled(email), line) as email,
    arg_min(filled(billing_name), line) as billing_name,
    arg_min(coalesce(unmarked(billing_phone), unmarked(phone)), line) as phone,
    arg_min(filled(created_at), line) as created_at,
    arg_min(filled(cancelled_at), line) as cancelled_at,
    arg_min(filled(financial_status), line) as financial_status,
    arg_min(filled(refunded_amount), line) as refunded_amount,
    -- What the lines come to, less what the order says they do: a discount of the whole order, unless none of that size is named.
    sum(money(lineitem_price) * money(lineitem_quantity) - coalesce(money(lineitem_discount), 0))
    - arg_min(money(subtotal), line) as taken_off,
    arg_min(money(discount_amount), line) as discount_amount,
    bool_or(contains(lineitem_price, ',') or contains(subtotal, ',')) as has_commas,
    arg_min(filled(currency), line) as currency,
    arg_min(coalesce(filled(shipping_country), filled(billing_country)), line) as country,
    arg_min(coalesce(filled(shipping_province), filled(billing_province)), line) as state,
    arg_min(filled(source), line) as source
  from staged_orders
  group by file, name
)

select
  l.file,
  l.line,
  l.name as order_id,
  case when o.email is null and o.phone is not null then o.billing_name || ', ' || o.phone end as customer_id,
  o.email as customer_email,
  o.created_at as ordered_at,
  unmarked(l.lineitem_sku) as product_id,
  l.lineitem_name as product_name,
  l.lineitem_quantity as quantity,
  l.lineitem_price as unit_price,
  l.lineitem_discount as line_discount,
  case
    when o.taken_off > 0 and o.taken_off <= o.discount_amount
      -- Written as the file writes its numbers: 7 or 7.5 or 7,5.
      then replace(regexp_replace(o.taken_off::decimal(18, 2)::varchar, '\.?0+$', ''), '.', case when o.has_commas then ',' else '.' end)
  end as order_discount,
  case when l.line = o.first_line then o.refunded_amount end as refund,
  o.currency,
  o.country,
  o.state,
  case when o.cancelled_at is not null then 'cancelled' else o.financial_status end as status,
  l.vendor,
  o.source
from staged_orders as l
left join orders as o on o.file = l.file and o.name is not distinct from l.name
