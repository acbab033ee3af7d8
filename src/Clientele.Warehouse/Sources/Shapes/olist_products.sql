-- Olist's products with their categories, in English where that is known.
-- Grain: one row a product of the file.
select
  file,
  line,
  product_id,
  coalesce(
    (
      select max(t.product_category_name_english)
      from staged_translations as t
      where t.product_category_name = p.product_category_name
    ),
    product_category_name
  ) as category
from staged_products as p
