-- Orders before $before, with only what was ordered until then. Grain: one row an order. Money: the shop's currency.
with

until_then as (
  select
    order_key,
    count(*)::integer as lines,
    sum(quantity)::decimal(18, 3) as units,
    sum(amount)::decimal(18, 4) as amount
  from core.order_lines
  where ordered_at < $before
  group by order_key
)

select o.order_id, c.customer_id, o.ordered_at, o.country, o.state, u.lines, u.units, u.amount
from until_then as u
join core.orders as o using (order_key)
left join core.customers as c using (customer_key)
order by o.ordered_at, o.order_id
