-- Orders before $before, as they were until then: what was ordered later changes neither place nor amount.
-- Grain: one row an order. Money: the shop's currency.
with

until_then as (
  select
    order_key,
    min(customer_key) as customer_key,
    min(ordered_at) as ordered_at,
    min(place_key) as place_key,
    count(*)::integer as lines,
    sum(quantity)::decimal(18, 3) as units,
    sum(amount)::decimal(18, 4) as amount
  from core.order_lines
  where ordered_at < $before
  group by order_key
)

select o.order_id, c.customer_id, u.ordered_at, p.country, p.state, u.lines, u.units, u.amount
from until_then as u
join core.orders as o using (order_key)
left join core.customers as c on c.customer_key = u.customer_key
left join core.places as p using (place_key)
order by u.ordered_at, o.order_id
