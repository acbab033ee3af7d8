-- thelook's products.
-- Grain: one row a product of the file.
select file, line, id as product_id, name as product_name, category, cost, retail_price as list_price
from staged_products
