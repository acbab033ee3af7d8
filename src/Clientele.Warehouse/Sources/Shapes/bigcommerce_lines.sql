-- The lines of BigCommerce's orders, unpacked from the cell Product Details.
-- Grain: one row a product of an order; item is its place in the cell. The refund stands on an order's first line only.
-- A product that does not follow the grammar comes out empty, and is rejected by its quantity.
with

packed as (
  select
    *,
    list_filter(
      string_split_regex(coalesce(product_details, ''), '(^|\|)\s*Product ID:\s*'), part -> trim(part) <> ''
    ) as parts
  from staged_orders
),

parted as (
  select * exclude (parts), unnest(case when len(parts) = 0 then [''] else parts end) as part,
    generate_subscripts(case when len(parts) = 0 then [''] else parts end, 1) as item
  from packed
),

items as (
  select
    *,
    regexp_extract(
      part,
      '(?s)^(.*?), Product Qty: (.*?), Product SKU: (.*?), Product Name: (.*?), Product Weight: (.*?), Product Variation Details: (.*?), Product Unit Price: (.*?), Product Total Price: (.*?),?\s*$',
      ['id', 'qty', 'sku', 'title', 'weight', 'variation', 'unit_price', 'total_price']
    ) as product
  from parted
)

select
  file,
  line,
  order_id,
  nullif(filled(customer_id), '0') as customer_id,
  filled(customer_email) as customer_email,
  order_date as ordered_at,
  coalesce(filled(unescaped(product.sku)), filled(product.id)) as product_id,
  concat_ws(', ', filled(unescaped(product.title)), filled(unescaped(product.variation))) as product_name,
  product.qty as quantity,
  product.unit_price as unit_price,
  product.total_price as line_total,
  case when item = 1 then refund_amount end as refund,
  order_currency_code as currency,
  coalesce(filled(shipping_country), filled(billing_country)) as country,
  coalesce(filled(shipping_state), filled(billing_state)) as state,
  order_status as status,
  item::varchar as item,
  channel_name
from items
