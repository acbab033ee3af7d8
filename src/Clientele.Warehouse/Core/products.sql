-- Everything that was sold or given back.
-- Grain: one row a product. product_key: rank of the sorted ids. cost: of a unit, in the shop's currency.
-- name: the most frequent description; a tie goes to the first by its letters; of what no line describes, as a file of products
-- says: listed_name. The same for the categories, unless such a file says them: is_listed.
with

named as (
  select product_code, name_code, category_code, sub_category_code from staging.lines
  union all
  select product_code, name_code, category_code, sub_category_code from staging.returns
),

counted as (
  select product_code, name_code, category_code, sub_category_code, count(*) as lines
  from named
  where product_code is not null
  group by all
),

written as (
  select
    text_of(product_code) as product_id,
    text_of(name_code) as product_name,
    text_of(category_code) as category,
    text_of(sub_category_code) as sub_category,
    lines
  from counted
),

names as (
  select product_id, product_name, category, sub_category
  from written
  qualify
    row_number() over (
      partition by product_id
      order by (product_name is null), lines desc, product_name, category, sub_category
    ) = 1
)

select
  row_number() over (order by product_id)::integer as product_key,
  product_id,
  coalesce(names.product_name, catalogue.product_name, product_id) as name,
  coalesce(catalogue.category, names.category) as category,
  coalesce(catalogue.sub_category, case when catalogue.category is null then names.sub_category end) as sub_category,
  catalogue.product_name as listed_name,
  catalogue.category is not null as is_listed,
  cost
from names
left join staging.catalogue using (product_id)
order by product_id
