-- Customers and sales by state and category of products.
-- Grain: one row a state of customers and category with a sale before $as_of; what is unknown is left out. Money: the shop's currency.
-- In a shop without any order: customers with sales of a product type in the tables without dates.
with

sold as (
  select c.country, c.state, k.category, l.customer_key, sum(l.amount) as revenue
  from core.order_lines as l
  join core.customers as c using (customer_key)
  join core.line_categories as k using (line)
  where l.ordered_at < $as_of
  group by all
),

told as (
  select c.country, c.state, m.item as category, c.customer_key, m.value as revenue
  from core.measures as m
  join core.customers as c using (customer_id)
  where
    m.amount = 'sales'
    and m.subject = 'product_type'
    and m.value > 0
    and (c.registered_on is null or c.registered_on < $as_of)
    and not exists (from core.order_lines)
)

select
  coalesce(country, '') as country,
  state,
  category,
  count(*) as customers,
  sum(revenue)::decimal(18, 4) as revenue,
  (sum(revenue) * 10000)::double / (count(*) * 10000) as mean_revenue
from (from sold union all from told)
where state is not null and category is not null
group by all
order by revenue desc, country, state, category
