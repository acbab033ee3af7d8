-- Everything that was sold or given back.
-- Grain: one row a product. product_key: rank of the sorted ids.
-- name: the most frequent description; a tie goes to the first by its letters. The same for the categories.
with

named as (
  select product_id, product_name, category, sub_category from staging.lines
  union all
  select product_id, product_name, category, sub_category from staging.returns
),

counted as (
  select product_id, product_name, category, sub_category, count(*) as lines
  from named
  where product_id is not null
  group by all
),

names as (
  select product_id, product_name, category, sub_category
  from counted
  qualify
    row_number() over (
      partition by product_id
      order by (product_name is null), lines desc, product_name, category, sub_category
    ) = 1
)

select
  row_number() over (order by product_id)::integer as product_key,
  product_id,
  coalesce(product_name, product_id) as name,
  category,
  sub_category
from names
order by product_id
