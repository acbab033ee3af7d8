-- Sales by month.
-- Grain: one row a month with a sale before $as_of. Money: the shop's currency; customers: those who are named.
-- complete: the month was over at as-of, and the first sale of all came no later than its third day: what came before is in no file.
with

months as (
  select
    date_trunc('month', ordered_at)::date as first_day,
    count(distinct order_key) as orders,
    count(distinct customer_key) as customers,
    count(*) as lines,
    sum(quantity)::decimal(18, 3) as units,
    sum(amount)::decimal(18, 4) as revenue
  from core.order_lines
  where ordered_at < $as_of
  group by 1
)

select
  strftime(first_day, '%Y-%m') as month,
  orders,
  customers,
  lines,
  units,
  revenue,
  first_day + interval 1 month <= $as_of
    and first_day + interval 2 day >= (select min(ordered_at)::date from core.order_lines where ordered_at < $as_of) as complete
from months
order by month
