-- The customer table of system E, with its own names: when, how often and for how much each customer ordered, and when they registered.
-- Grain: one row a customer with an order before $as_of. Days are calendar days; currency of the shop.
-- order_frequency_per_year: orders × 365.25 / days from the first order to $as_of, at least one. The original divided by seconds, and so
-- had numbers of 1e-15. Whoever first ordered yesterday has 365: do not compare beginners by it.
-- avg_days_between_orders is 0 with a single order, as in the original. What is not known of a registration is empty.
-- age_class: of the years from the year of birth to the year of $as_of.
with

orders as (
  select
    customer_key,
    order_key,
    min(ordered_at)::date as day,
    sum(quantity) as items,
    sum(amount)::decimal(18, 4) as revenue
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
  group by all
),

bought as (
  select
    customer_key,
    min(day) as first_order_date,
    max(day) as last_order_date,
    count(*) as total_orders,
    sum(items) as items,
    sum(revenue)::decimal(18, 4) as total_revenue
  from orders
  group by customer_key
),

people as (
  select
    customer_key,
    customer_id,
    case when birth_year <= year($as_of) then year($as_of) - birth_year end as age,
    age_class,
    case when registered_on < $as_of then registered_on end as registered_on
  from core.customers
),

final as (
  select
    customer_id,
    first_order_date,
    last_order_date,
    total_orders,
    items::double / total_orders as avg_order_items,
    total_revenue,
    -- Whole numbers on both sides: one division.
    (total_revenue * 10000)::double / (total_orders * 10000) as avg_order_value,
    case
      when total_orders > 1 then date_diff('day', first_order_date, last_order_date) / (total_orders - 1)::double
      else 0
    end as avg_days_between_orders,
    total_orders * 365.25::double / greatest(date_diff('day', first_order_date, $as_of::date), 1) as order_frequency_per_year,
    date_diff('day', first_order_date, $as_of::date) as days_since_first_order,
    date_diff('day', last_order_date, $as_of::date) as days_since_last_order,
    date_diff('day', registered_on, $as_of::date) as days_since_registration,
    date_diff('day', registered_on, first_order_date) as days_until_first_order,
    date_diff('day', registered_on, last_order_date) as days_until_last_order,
    date_diff('day', first_order_date, last_order_date) as days_betw_first_last_order,
    case
      when age <= 18 then '0–18'
      when age <= 30 then '19–30'
      when age <= 40 then '31–40'
      when age <= 50 then '41–50'
      when age <= 60 then '51–60'
      when age <= 70 then '61–70'
      when age > 70 then '71+'
      else age_class
    end as age_class,
    year(registered_on) as registration_year,
    month(registered_on) as registration_month
  from bought
  join people using (customer_key)
)

select * from final order by customer_id
