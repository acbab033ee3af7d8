-- The products of The Complete Journey, in the R package completejourney.
-- Grain: one row a product of the file.
select file, line, product_id, product_type as product_name, department as category, product_category as sub_category
from staged_products
