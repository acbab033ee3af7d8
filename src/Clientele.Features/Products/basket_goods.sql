-- The products of basket_lines, by their number there.
-- Grain: one row a product with a sale before $as_of, ordered by id. Currency of the shop.
-- name: the most frequent description before $as_of; a tie goes to the first by its letters; of what no line describes, as a file
-- of products says. category: the most frequent of its lines; the rest by letters. margin: 1 − cost of what was sold / revenue;
-- null where no file tells the cost of a unit, or nothing was paid.
with

lines as (
  select * from core.order_lines where ordered_at < $as_of and product_key is not null
),

names as (
  select product_key, description as product_name
  from (select product_key, description_key, count(*) as lines from lines group by all)
  left join core.descriptions using (description_key)
  qualify
    row_number() over (
      partition by product_key order by (description is null), lines desc, description
    ) = 1
),

categories as (
  select product_key, category
  from (
    select product_key, category, count(*) as lines
    from lines
    left join core.line_categories using (line)
    group by all
  )
  qualify row_number() over (partition by product_key order by (category is null), lines desc, category) = 1
),

sold as (
  select product_key, count(distinct order_key) as orders, sum(amount) as revenue, sum(quantity) as units
  from lines
  group by product_key
)

select
  product_id,
  coalesce(product_name, listed_name, product_id) as name,
  coalesce(categories.category, '') as category,
  orders,
  revenue::decimal(18, 4) as revenue,
  1 - (cost * units)::double / nullif(revenue, 0)::double as margin
from sold
join core.products using (product_key)
left join names using (product_key)
left join categories using (product_key)
order by product_id
