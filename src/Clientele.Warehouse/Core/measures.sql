-- Totals of customers from tables without dates: sales or orders of a product type, of a quarter, of anything.
-- Grain: one row a customer and measure. value: the measure's own unit.
-- amount, subject and item: the parts of a measure such as 'sales product_type A' or 'orders quarter Q1'; empty for others.
select
  customer_id,
  measure,
  value,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 1), '') as amount,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 2), '') as subject,
  nullif(regexp_extract(measure, '^(sales|orders) (\w+) (.+)$', 3), '') as item
from staging.totals
order by customer_id, measure
