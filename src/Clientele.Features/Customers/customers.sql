-- How often, how recently and for how much each customer bought, and what came back.
-- Grain: one row a customer with an order before $as_of. Days; currency of the shop.
-- $recency: Calendar (days from the last order to as-of), Elapsed (whole 24 h to the last order of all, plus a day:
-- system C), LastDay (days to the last day of the data: system D).
with

lines as (
  select * from core.order_lines where ordered_at < $as_of
),

by_order as (
  select
    customer_key,
    order_key,
    min(ordered_at) as ordered_at,
    count(*) as lines,
    sum(quantity) as units,
    sum(amount) as revenue
  from lines
  where customer_key is not null
  group by all
),

bought as (
  select
    customer_key,
    min(ordered_at)::date as first_order,
    max(ordered_at)::date as last_order,
    max(ordered_at) as last_order_at,
    count(*) as orders,
    sum(lines)::bigint as lines,
    sum(units)::decimal(18, 3) as units,
    sum(revenue)::decimal(18, 4) as gross_revenue
  from by_order
  group by customer_key
),

variety as (
  select customer_key, count(*) as products
  from (select distinct customer_key, product_key from lines where product_key is not null)
  where customer_key is not null
  group by customer_key
),

returned as (
  select customer_key, sum(quantity)::decimal(18, 3) as units, sum(amount)::decimal(18, 4) as value
  from core.returns
  where returned_at < $as_of
  group by customer_key
),

countries as (
  select customer_key, country
  from (select customer_key, country, count(*) as lines from lines where customer_key is not null group by all)
  qualify row_number() over (partition by customer_key order by (country is null), lines desc, country) = 1
),

final as (
  select
    customer_key,
    customer_id,
    first_order,
    last_order,
    orders,
    bought.lines,
    bought.units,
    coalesce(products, 0) as products,
    gross_revenue,
    coalesce(returned.units, 0)::decimal(18, 3) as returned_units,
    coalesce(returned.value, 0)::decimal(18, 4) as returned_value,
    (gross_revenue - coalesce(returned.value, 0))::decimal(18, 4) as net_revenue,
    (gross_revenue / orders)::double as average_order_value,
    case $recency
      when 'Elapsed'
        then floor(date_diff('second', last_order_at, max(last_order_at) over () + interval 1 day) / 86400)
      when 'LastDay' then date_diff('day', last_order, max(last_order) over ())
      else date_diff('day', last_order, $as_of::date)
    end::bigint as days_since_last,
    date_diff('day', first_order, $as_of::date) as tenure_days,
    case when orders > 1 then date_diff('day', first_order, last_order) / (orders - 1)::double end
      as mean_days_between_orders,
    country
  from bought
  join core.customers using (customer_key)
  left join variety using (customer_key)
  left join returned using (customer_key)
  left join countries using (customer_key)
)

select * from final order by customer_key
