-- What files say of products beside the orders, with clean ids.
-- Grain: one row a row of raw.products that names a product; row is its place in the files. Money: the shop's currency.
-- tidy: see Blanks.
-- told_at: when a line of an order said it; null for files of their own. A product without an id goes by its name, as in staging.lines.
select
  rowid as row,
  to_shop(told_at) as told_at,
  coalesce(tidy(product_id), tidy(product_name)) as product_id,
  tidy(product_name) as product_name,
  tidy(category) as category,
  tidy(sub_category) as sub_category,
  cost
from raw.products
where coalesce(tidy(product_id), tidy(product_name)) is not null
