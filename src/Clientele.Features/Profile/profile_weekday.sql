-- Sales by day of the week, 1 Monday to 7 Sunday.
-- Grain: one row a day of the week, 1 Monday to 7 Sunday with a sale before $as_of. Money: the shop's currency; customers: those who are named.
select
  isodow(ordered_at) as weekday,
  count(distinct order_key) as orders,
  count(distinct customer_key) as customers,
  count(*) as lines,
  sum(quantity)::decimal(18, 3) as units,
  sum(amount)::decimal(18, 4) as revenue
from core.order_lines
where ordered_at < $as_of
group by all
order by weekday
