-- Totals of customers from tables without dates: sales or orders of a product type, of a quarter, of anything.
-- Grain: one row a customer and measure; what several rows say of one is added up. value: the measure's own unit.
-- amount, subject and item: the parts of a measure such as 'sales product_type A' or 'orders quarter Q1'; empty for others.
-- tidy: see Cleaner.
with

named as (
  select tidy(customer_id) as customer, tidy(measure) as measure, value from raw.measures
)

select
  case when ends_with(customer, '.0') then left(customer, -2) else customer end as customer_id,
  measure,
  sum(value)::decimal(18, 4) as value,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 1), '') as amount,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 2), '') as subject,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 3), '') as item
from named
where customer is not null and measure is not null and value is not null
group by all
order by 1, measure
