-- Sales by hour of the day.
-- Grain: one row a hour of the day with a sale before $as_of. Money: the shop's currency; customers: those who are named.
select
  hour(ordered_at) as hour,
  count(distinct order_key) as orders,
  count(distinct customer_key) as customers,
  count(*) as lines,
  sum(quantity)::decimal(18, 3) as units,
  sum(amount)::decimal(18, 4) as revenue
from core.order_lines
where ordered_at < $as_of
group by all
order by hour
