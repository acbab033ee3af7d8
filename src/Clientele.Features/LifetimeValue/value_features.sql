-- How much, how often, how recently and how evenly each customer bought, in all and of late: what forecasts of spend are learned from.
-- Grain: one row a customer with an order before $as_of. Days; currency of the shop.
-- net_spent at a later moment less net_spent at this one is what a customer spent between them.
with

lines as (
  select customer_key, order_key, product_key, ordered_at::date as day, amount
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
),

days as (
  select
    customer_key,
    day,
    sum(amount)::decimal(18, 4) as amount,
    count(distinct order_key) as orders,
    count(*) as lines
  from lines
  group by all
),

gaps as (
  select *, date_diff('day', lag(day) over (partition by customer_key order by day), day) as gap
  from days
),

bought as (
  select
    customer_key,
    sum(amount)::decimal(18, 4) as amount,
    count(*) as purchase_days,
    sum(orders)::bigint as orders,
    sum(lines)::bigint as lines,
    date_diff('day', max(day), $as_of::date) as days_since_last,
    date_diff('day', min(day), $as_of::date) as tenure_days,
    date_diff('day', min(day), max(day)) as span,
    sqrt(greatest(
      coalesce(sum(gap * gap)::double / nullif(count(gap) - 1, 0), 0)
      - coalesce(sum(gap)::double * sum(gap)::double / nullif(count(gap) * (count(gap) - 1), 0), 0),
      0
    )) as gap_spread,
    coalesce(sum(amount) filter (where day >= $as_of::date - 30), 0)::decimal(18, 4) as spent_30d,
    coalesce(sum(amount) filter (where day >= $as_of::date - 90), 0)::decimal(18, 4) as spent_90d,
    coalesce(sum(amount) filter (where day >= $as_of::date - 180), 0)::decimal(18, 4) as spent_180d,
    count(*) filter (where day >= $as_of::date - 30) as days_30d,
    count(*) filter (where day >= $as_of::date - 90) as days_90d,
    count(*) filter (where day >= $as_of::date - 180) as days_180d,
    max(amount) as largest_spend,
    arg_min(amount, day) as first_spend,
    arg_max(amount, day) as last_spend
  from gaps
  group by customer_key
),

variety as (
  select customer_key, count(distinct product_key) as products
  from lines
  group by customer_key
),

returned as (
  select customer_key, sum(amount)::decimal(18, 4) as amount
  from core.returns
  where returned_at < $as_of
  group by customer_key
),

final as (
  select
    customer_id,
    (bought.amount - coalesce(returned.amount, 0))::decimal(18, 4) as net_spent,
    purchase_days,
    bought.orders,
    days_since_last,
    tenure_days,
    case when purchase_days > 1 then span / (purchase_days - 1)::double else tenure_days end as mean_gap,
    gap_spread,
    spent_30d,
    spent_90d,
    spent_180d,
    days_30d,
    days_90d,
    days_180d,
    bought.amount::double / purchase_days as mean_spend,
    largest_spend,
    first_spend,
    last_spend,
    lines,
    products,
    case
      when bought.amount > 0
        then least(coalesce(returned.amount, 0)::double / bought.amount::double, 1)
      else 0
    end as returned_share
  from bought
  join core.customers using (customer_key)
  join variety using (customer_key)
  left join returned using (customer_key)
  order by customer_id
)

select * from final
