-- How many customers began and came back in each period, and for how much: what laws of buying are tracked against.
-- Grain: one row a $period with an order of a named customer before $as_of. Currency of the shop.
-- All orders of a day are one purchase.
with

days as (
  select customer_key, ordered_at::date as day, sum(amount)::decimal(18, 4) as amount
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
  group by all
),

told as (
  select *, day = min(day) over (partition by customer_key) as is_first
  from days
),

final as (
  select
    date_trunc($period, day)::date as period,
    count(*) filter (where is_first) as new_customers,
    count(*) filter (where not is_first) as repeat_days,
    coalesce(sum(amount) filter (where is_first), 0)::decimal(18, 4) as new_spend,
    coalesce(sum(amount) filter (where not is_first), 0)::decimal(18, 4) as repeat_spend
  from told
  group by 1
  order by 1
)

select * from final
