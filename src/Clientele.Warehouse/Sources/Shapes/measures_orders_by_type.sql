-- The orders of each customer by product type.
-- Grain: one row a line of the file. measure: 'orders product_type' and which; empty where the file says none.
select file, line, customer_id, 'orders product_type ' || filled(product_type) as measure, orders as value
from staged_orders_by_type
