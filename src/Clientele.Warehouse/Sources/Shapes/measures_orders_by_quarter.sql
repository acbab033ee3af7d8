-- The orders of each customer by quarter.
-- Grain: one row a line of the file. measure: 'orders quarter' and which; empty where the file says none.
select file, line, customer_id, 'orders quarter ' || filled(quarter) as measure, orders as value
from staged_orders_by_quarter
