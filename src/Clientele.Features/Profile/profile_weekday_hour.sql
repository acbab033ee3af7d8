-- Sales by day of the week and hour: 100 × weekday (1 Monday) + hour.
-- Grain: one row a day of the week and hour: 100 × weekday (1 Monday) + hour with a sale before $as_of. Money: the shop's currency; customers: those who are named.
select
  isodow(ordered_at) * 100 + hour(ordered_at) as weekday_hour,
  count(distinct order_key) as orders,
  count(distinct customer_key) as customers,
  count(*) as lines,
  sum(quantity)::decimal(18, 3) as units,
  sum(amount)::decimal(18, 4) as revenue
from core.order_lines
where ordered_at < $as_of
group by all
order by weekday_hour
