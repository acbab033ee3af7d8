-- The people of Olist's customers, of whom each order has one.
-- Grain: one row a person, from the last line that names it.
select file, line, customer_unique_id as customer_id, customer_state as state, customer_zip_code_prefix as shipping_zip
from staged_customers
qualify row_number() over (partition by customer_unique_id order by file desc, line desc) = 1
