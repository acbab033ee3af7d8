-- The items of purchases in events of Google Analytics 4.
-- Grain: one row an item of a purchase; the first of the purchases with one transaction_id counts. A purchase without items is one line of its revenue.
with

purchases as (
  select
    *,
    nullif(filled(try_cast(ecommerce as json) ->> '$.transaction_id'), '(not set)') as transaction,
    from_json(try_cast(items as json), '["json"]') as parts
  from staged_events
  where event_name = 'purchase'
),

once as (
  select * from purchases
  qualify
    row_number() over (
      partition by coalesce(transaction, 'event ' || user_pseudo_id || ' ' || event_timestamp)
      order by try_cast(event_timestamp as bigint), file, line
    ) = 1
),

parted as (
  select * exclude (parts), unnest(case when len(parts) > 0 then parts else ['{}'::json] end) as part,
    generate_subscripts(case when len(parts) > 0 then parts else ['{}'::json] end, 1) as item,
    coalesce(len(parts), 0) = 0 as is_bare
  from once
)

select
  file,
  line,
  coalesce(transaction, 'event ' || user_pseudo_id || ' ' || event_timestamp) as order_id,
  coalesce(filled(user_id), user_pseudo_id) as customer_id,
  event_timestamp as ordered_at,
  part ->> '$.item_id' as product_id,
  part ->> '$.item_name' as product_name,
  coalesce(part ->> '$.quantity', '1') as quantity,
  part ->> '$.price' as unit_price,
  case
    when is_bare then try_cast(ecommerce as json) ->> '$.purchase_revenue'
    when part ->> '$.price' is null then part ->> '$.item_revenue'
  end as line_total,
  try_cast(geo as json) ->> '$.country' as country,
  try_cast(geo as json) ->> '$.region' as state,
  part ->> '$.item_category' as category,
  part ->> '$.item_category2' as sub_category,
  item::varchar as item
from parted
