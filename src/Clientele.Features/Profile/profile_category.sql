-- Sales and orders by category of products.
-- Grain: one row a category with a sale before $as_of; an unknown one is empty. Money: the shop's currency.
-- In a shop without any order: a product type with a total in the tables without dates. Its orders are those of the tables, and its
-- customers those with sales.
with

sold as (
  select
    coalesce(category, '') as category,
    count(distinct order_key) as orders,
    count(distinct customer_key) as customers,
    sum(amount) as revenue
  from core.order_lines
  left join core.line_categories using (line)
  where ordered_at < $as_of
  group by 1
),

told as (
  select
    item as category,
    round(sum(value) filter (where amount = 'orders'))::bigint as orders,
    count(*) filter (where amount = 'sales' and value > 0) as customers,
    sum(value) filter (where amount = 'sales') as revenue
  from core.measures
  where subject = 'product_type' and not exists (from core.order_lines)
  group by item
)

select
  category,
  orders,
  customers,
  revenue::decimal(18, 4) as revenue,
  (revenue / nullif(sum(revenue) over (), 0))::double as revenue_share
from (from sold union all from told)
order by revenue desc nulls last, category
