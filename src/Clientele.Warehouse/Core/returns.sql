-- What came back, and the order that it came from.
-- Grain: one row a returned line. Quantities and amounts are positive: how much came back.
-- order_key: the last order, up to the return, of the same customer and product; null if there is none.
with

returned as (
  select
    r.line,
    text_of(r.order_code) as return_id,
    c.customer_key,
    p.product_key,
    r.ordered_at as returned_at,
    abs(r.quantity)::decimal(18, 3) as quantity,
    r.unit_price,
    abs(r.amount)::decimal(18, 4) as amount
  from staging.returns as r
  left join core.customers as c on c.customer_id = text_of(r.customer_code)
  left join core.products as p on p.product_id = text_of(r.product_code)
),

sold as (
  select customer_key, product_key, ordered_at, max(order_key) as order_key
  from core.order_lines
  semi join returned using (customer_key, product_key)
  group by all
)

select returned.*, sold.order_key
from returned
asof left join sold
  on returned.customer_key = sold.customer_key
  and returned.product_key = sold.product_key
  and returned.returned_at >= sold.ordered_at
order by line
