-- Sales and orders by quarter.
-- Grain: one row a quarter with a sale before $as_of. Money: the shop's currency.
-- complete: the quarter was over at as-of, and the first sale of all came no later than its third day: what came before is in no file.
-- In a shop without any order: a quarter of the tables without dates; nobody knows its year.
with

sold as (
  select
    date_trunc('quarter', ordered_at)::date as first_day,
    count(distinct order_key) as orders,
    count(distinct customer_key) as customers,
    sum(amount) as revenue
  from core.order_lines
  where ordered_at < $as_of
  group by 1
),

told as (
  select
    item as quarter,
    round(sum(value) filter (where amount = 'orders'))::bigint as orders,
    count(*) filter (where amount = 'sales' and value > 0) as customers,
    sum(value) filter (where amount = 'sales') as revenue,
    null::boolean as complete
  from core.measures
  where subject = 'quarter' and not exists (from core.order_lines)
  group by item
)

select quarter, orders, customers, revenue::decimal(18, 4) as revenue, complete
from (
  select
    strftime(first_day, '%Y') || '-Q' || quarter(first_day) as quarter,
    * exclude (first_day),
    first_day + interval 3 month <= $as_of
      and first_day + interval 2 day >= (select min(ordered_at)::date from core.order_lines where ordered_at < $as_of) as complete
  from sold
  union all
  from told
)
order by quarter
