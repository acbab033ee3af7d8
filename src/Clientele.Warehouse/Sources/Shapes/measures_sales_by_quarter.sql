-- The sales of each customer by quarter.
-- Grain: one row a line of the file. measure: 'sales quarter' and which; empty where the file says none.
select file, line, customer_id, 'sales quarter ' || filled(quarter) as measure, sales as value
from staged_sales_by_quarter
