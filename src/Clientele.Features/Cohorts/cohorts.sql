-- Who came back, and for how much, in each period after the first.
-- Grain: one row a cohort and period that began before $as_of, also where nobody bought (customers = 0).
-- period: 0 is the cohort's own. Money: the shop's currency. complete: the period was over at as-of.
-- Source: a cohort is bounded (bought in period k); periods are calendar periods of $period.
with

lines as (
  select customer_key, order_key, date_trunc($period, ordered_at)::date as bought_in, quantity, unit_price, amount
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
),

firsts as (
  select customer_key, min(bought_in) as cohort from lines group by customer_key
),

cells as (
  select
    cohort,
    bought_in,
    count(distinct customer_key) as customers,
    count(distinct order_key) as orders,
    count(*) as lines,
    sum(quantity) as units,
    sum(unit_price) as prices,
    sum(amount) as revenue
  from lines
  join firsts using (customer_key)
  group by all
),

periods as (
  select unnest(
    generate_series(
      (select min(cohort) from firsts),
      ($as_of - interval 1 microsecond)::date,
      case $period
        when 'day' then interval 1 day
        when 'week' then interval 7 day
        when 'quarter' then interval 3 month
        else interval 1 month
      end
    )
  )::date as bought_in
),

grid as (
  select cohort, size, bought_in
  from (select cohort, count(*) as size from firsts group by cohort)
  join periods on bought_in >= cohort
),

final as (
  select
    case $period
      when 'month' then strftime(cohort, '%Y-%m')
      when 'quarter' then strftime(cohort, '%Y') || '-Q' || quarter(cohort)
      else strftime(cohort, '%Y-%m-%d')
    end as cohort,
    date_diff($period, cohort, bought_in) as period,
    coalesce(customers, 0) as customers,
    coalesce(customers, 0) / size::double as retention,
    coalesce(orders, 0) as orders,
    coalesce(revenue, 0)::decimal(18, 4) as revenue,
    units::double / lines as mean_quantity,
    prices::double / lines as mean_unit_price,
    revenue::double / lines as mean_line_total,
    bought_in + case $period
      when 'day' then interval 1 day
      when 'week' then interval 7 day
      when 'quarter' then interval 3 month
      else interval 1 month
    end <= $as_of as complete
  from grid
  left join cells using (cohort, bought_in)
)

select * from final order by cohort, period
