-- The lines of dunnhumby's baskets.
-- Grain: one row a line of the file. first_day(): day 1, as the user says; the time of day is hours and minutes as one number, 1631.
-- A day that is no number stays as it is, and is rejected by that.
with

products as (select distinct on (product_id) * from staged_products order by product_id, file desc, line desc)

select
  t.file,
  t.line,
  t.basket_id as order_id,
  t.household_key as customer_id,
  coalesce(
    strftime(
      first_day()
        + to_days(try_cast(t.day as integer) - 1)
        + to_minutes(try_cast(t.trans_time as integer) // 100 * 60 + try_cast(t.trans_time as integer) % 100),
      '%Y-%m-%d %H:%M:%S'
    ),
    t.day
  ) as ordered_at,
  t.product_id,
  products.sub_commodity_desc as product_name,
  t.quantity,
  t.sales_value as line_total,
  products.department as category,
  products.commodity_desc as sub_category,
  t.store_id
from staged_transactions as t
left join products using (product_id)
