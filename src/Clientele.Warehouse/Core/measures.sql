-- Totals of customers from tables without dates: sales or orders of a product type, of a quarter, of anything.
-- Grain: one row a customer and measure; what several rows say of one is added up. value: the measure's own unit.
-- amount, subject and item: the parts of a measure such as 'sales product_type A' or 'orders quarter Q1'; empty for others.
-- known_id: see Ids.
with

named as (
  select known_id(customer_id) as customer_id, tidy(measure) as measure, value from raw.measures
)

select
  customer_id,
  measure,
  sum(value)::decimal(18, 4) as value,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 1), '') as amount,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 2), '') as subject,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 3), '') as item
from named
where customer_id is not null and measure is not null and value is not null
group by all
order by 1, measure
