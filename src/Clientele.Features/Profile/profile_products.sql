-- Sales by product.
-- Grain: one row a product with a sale before $as_of. Money: the shop's currency.
-- name: the most frequent description before $as_of; a tie goes to the first by its letters; of what no line describes, as a file
-- of products says.
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

returned as (
  select product_key, sum(quantity) as units from core.returns where returned_at < $as_of group by product_key
),

sold as (
  select
    product_key,
    count(distinct order_key) as orders,
    count(distinct customer_key) as customers,
    count(*) as lines,
    sum(quantity) as units,
    sum(amount) as revenue,
    (sum(unit_price) * 1000000)::double / (count(*) * 1000000) as mean_unit_price
  from lines
  group by product_key
)

select
  product_id,
  coalesce(product_name, listed_name, product_id) as name,
  orders,
  customers,
  lines,
  sold.units::decimal(18, 3) as units,
  revenue::decimal(18, 4) as revenue,
  (revenue / sum(revenue) over ())::double as revenue_share,
  mean_unit_price,
  coalesce(returned.units, 0)::decimal(18, 3) as returned_units
from sold
join core.products using (product_key)
left join names using (product_key)
left join returned using (product_key)
order by revenue desc, product_id
