-- The products of The Complete Journey, in dunnhumby's files.
-- Grain: one row a product of the file.
select file, line, product_id, sub_commodity_desc as product_name, department as category, commodity_desc as sub_category
from staged_products
