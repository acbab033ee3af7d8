-- How often, how recently and for how much each customer bought, and what came back.
-- Grain: one row a customer with an order before $as_of; in a shop without any order, all who registered before it, with the
-- totals that its tables without dates name: sales by quarter, else of another kind, and orders by quarter.
-- Days; currency of the shop.
-- state, zip, birth_year, age_class, sex, registered_on, traffic_source, account_manager: as the files of customers say.
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
  from (
    select customer_key, country, sum(lines) as lines
    from (select customer_key, place_key, count(*) as lines from lines where customer_key is not null group by all)
    left join core.places using (place_key)
    group by all
  )
  qualify row_number() over (partition by customer_key order by (country is null), lines desc, country) = 1
),

told as (
  select
    customer_id,
    sum(value) filter (where amount = 'orders' and subject = 'quarter') as orders,
    sum(value) filter (where amount = 'sales' and subject = any_subject) as sales
  from core.measures,
    (
      select coalesce(max(subject) filter (where subject = 'quarter'), min(subject)) as any_subject
      from core.measures
      where amount = 'sales'
    )
  group by customer_id
),

final as (
  select
    customer_key,
    customers.customer_id,
    first_order,
    last_order,
    coalesce(bought.orders, round(told.orders))::bigint as orders,
    bought.lines,
    bought.units,
    coalesce(products, 0) as products,
    coalesce(gross_revenue, told.sales)::decimal(18, 4) as gross_revenue,
    coalesce(returned.units, 0)::decimal(18, 3) as returned_units,
    coalesce(returned.value, 0)::decimal(18, 4) as returned_value,
    (coalesce(gross_revenue, told.sales) - coalesce(returned.value, 0))::decimal(18, 4) as net_revenue,
    -- Whole numbers on both sides: one division, and 2,259.32 / 7 is 322.76 to the last digit.
    (coalesce(gross_revenue, told.sales) * 10000)::double / nullif(coalesce(bought.orders, told.orders) * 10000, 0)::double
      as average_order_value,
    case $recency
      when 'Elapsed'
        then floor(date_diff('second', last_order_at, max(last_order_at) over () + interval 1 day) / 86400)
      when 'LastDay' then date_diff('day', last_order, max(last_order) over ())
      else date_diff('day', last_order, $as_of::date)
    end::bigint as days_since_last,
    date_diff('day', first_order, $as_of::date) as tenure_days,
    case when bought.orders > 1 then date_diff('day', first_order, last_order) / (bought.orders - 1)::double end
      as mean_days_between_orders,
    coalesce(countries.country, customers.country) as country,
    state,
    coalesce(shipping_zip, billing_zip) as zip,
    case when birth_year <= year($as_of) then birth_year end as birth_year,
    age_class,
    sex,
    case when registered_on < $as_of then registered_on end as registered_on,
    traffic_source,
    account_manager
  from core.customers
  left join bought using (customer_key)
  left join told on told.customer_id = customers.customer_id and bought.customer_key is null
  left join variety using (customer_key)
  left join returned using (customer_key)
  left join countries using (customer_key)
  where
    bought.customer_key is not null
    or (not exists (from core.order_lines) and (registered_on is null or registered_on < $as_of))
)

select * from final order by customer_key
