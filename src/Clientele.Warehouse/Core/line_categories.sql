-- The category of what was sold: as a file of products says, else as the line does, which no later line changes.
-- Grain: one row a kept line that has one. A table of its own, so that shops without categories carry nothing.
with

listed as (
  select text_code(product_id) as product_code, category from staging.catalogue
)

select line, coalesce(listed.category, text_of(category_code)) as category
from staging.lines
left join listed using (product_code)
where coalesce(listed.category, text_of(category_code)) is not null
