-- The sales of each customer by product type.
-- Grain: one row a line of the file. measure: 'sales product_type' and which; empty where the file says none.
select file, line, customer_id, 'sales product_type ' || filled(product_type) as measure, sales as value
from staged_sales_by_type
