-- Totals of customers from tables without dates, with clean ids; rules may take customers out.
-- Grain: one row a customer and measure; what several rows say of one is added up. value: the measure's own unit. tidy: see Cleaner.
with

named as (
  select tidy(customer_id) as customer, tidy(measure) as measure, value from raw.measures
)

select
  case when ends_with(customer, '.0') then left(customer, -2) else customer end as customer_id,
  measure,
  sum(value)::decimal(18, 4) as value
from named
where customer is not null and measure is not null and value is not null
group by all
