-- The customer table of system D, with its own names and meanings.
-- Grain: one row a customer with a purchase before $as_of. Days; currency of the shop.
-- Traps kept: qtd_items_variety counts lines; frequency of a single purchase is 1.
with

bought as (
  select
    customer_key,
    sum(amount) as gross_revenue,
    max(ordered_at)::date as last_day,
    min(ordered_at)::date as first_day,
    count(distinct order_key) as qtd_invoices,
    sum(quantity) as qtd_items,
    count(*) as qtd_items_variety,
    count(distinct product_key) as unique_products
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
  group by customer_key
),

returned as (
  select customer_key, sum(quantity) as qtde_returns
  from core.returns
  where returned_at < $as_of
  group by customer_key
),

last_of_all as (
  select max(day) as day
  from (
    select max(ordered_at)::date as day from core.order_lines where ordered_at < $as_of
    union all
    select max(returned_at)::date from core.returns where returned_at < $as_of
  )
)

select
  customer_id,
  round(gross_revenue, 2)::decimal(18, 4) as gross_revenue,
  date_diff('day', last_day, (select day from last_of_all)) as recency_days,
  qtd_invoices,
  qtd_items::bigint as qtd_items,
  qtd_items_variety,
  unique_products,
  qtd_invoices / (date_diff('day', first_day, last_day) + 1)::double as frequency,
  coalesce(qtde_returns, 0)::bigint as qtde_returns,
  (coalesce(qtde_returns, 0) / qtd_items::double) * 100 as percentage_returned
from bought
join core.customers using (customer_key)
left join returned using (customer_key)
order by customer_id
