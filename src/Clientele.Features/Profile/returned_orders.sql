-- Orders that came back in full or nearly: at least 95 % of their amount.
-- Grain: one row an order of a named customer before $as_of, the dearest first. Money: the shop's currency.
-- A return counts with the last order of the same customer and product up to it, for no more than was sold there.
with

returned as (
  select order_key, customer_key, product_key, sum(amount) as amount
  from core.returns
  where returned_at < $as_of and order_key is not null
  group by all
),

-- Only of orders from which something came back: that is one in fifty.
sold as (
  select order_key, customer_key, product_key, min(ordered_at) as ordered_at, sum(amount) as amount
  from core.order_lines
  semi join returned using (order_key)
  where ordered_at < $as_of and customer_key is not null
  group by all
),

by_order as (
  select
    order_key,
    customer_key,
    min(sold.ordered_at)::date as day,
    sum(sold.amount)::decimal(18, 4) as amount,
    sum(least(coalesce(returned.amount, 0), sold.amount))::decimal(18, 4) as returned
  from sold
  left join returned using (order_key, customer_key, product_key)
  group by all
)

select order_id, customer_id, day, by_order.amount, returned
from by_order
join core.orders using (order_key)
join core.customers on customers.customer_key = by_order.customer_key
where by_order.amount > 0 and returned >= 0.95 * by_order.amount
order by by_order.amount desc, order_id, customer_id
