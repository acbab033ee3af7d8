-- Totals of customers from tables without dates, with clean ids; rules may take customers out.
-- Grain: one row a customer and measure; what several rows say of one is added up. value: the measure's own unit. tidy: see Blanks; known_id: see Ids.
with

named as (
  select known_id(customer_id) as customer_id, tidy(measure) as measure, value from raw.measures
)

select
  customer_id,
  measure,
  sum(value)::decimal(18, 4) as value
from named
where customer_id is not null and measure is not null and value is not null
group by all
