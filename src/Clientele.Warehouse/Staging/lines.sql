-- The shop's lines with clean ids and one amount, before any rule has judged them.
-- Grain: one row a line of raw.lines; line is its place in the files.
-- tidy: without blanks at its ends, nothing if nothing is left (Cleaner makes it).
-- Products stay in 64 bits: wider decimals are a hundred times slower.
-- Money in the shop's currency: what the file says of the line, else quantity × unit price, less its discount and its part of its order's.
with

named as (
  select
    tidy(customer_id) as customer,
    lower(tidy(customer_email)) as email,
    coalesce(quantity, 1)::decimal(18, 3) as quantity,
    *
  exclude (customer_id, customer_email, quantity)
  from raw.fields
)

select
  line,
  tidy(order_id) as order_id,
  coalesce(case when ends_with(customer, '.0') then left(customer, -2) else customer end, email) as customer_id,
  coalesce(tidy(product_id), tidy(product_name)) as product_id,
  tidy(product_name) as product_name,
  ordered_at,
  quantity,
  coalesce(unit_price, line_total / nullif(quantity, 0), 0)::decimal(18, 6) as unit_price,
  (coalesce(line_total, (quantity * unit_price)::decimal(18, 4)) - coalesce(line_discount, 0) - coalesce(discount_part, 0))::decimal(18, 4) as amount,
  coalesce(refund, 0)::decimal(18, 4) as refund,
  tidy(country) as country,
  tidy(state) as state,
  tidy(category) as category,
  tidy(sub_category) as sub_category,
  tidy(status) as status
from named
