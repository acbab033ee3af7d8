-- What the customers of each account manager bought, by kind.
-- Grain: one row a customer with an order before $as_of, or in shops without any order of all, who is looked after, and kind of product.
-- kind is null of who bought nothing that has one. Currency of the shop.
-- kind: the category of the lines; the product's id in shops without categories; in shops without any order, what their tables
-- without dates tell sales by, such as the product type. cohort: the account manager's, as a file of customers says, else the manager.
with

lines as (
  select customer_key, product_key, category, amount
  from core.order_lines
  left join core.line_categories using (line)
  where ordered_at < $as_of and customer_key is not null
),

managed as (
  select customer_key, customer_id, account_manager, coalesce(account_manager_cohort, account_manager) as cohort
  from core.customers
  where
    (account_manager is not null or account_manager_cohort is not null)
    and (
      customer_key in (select customer_key from lines)
      or (not exists (from core.order_lines) and (registered_on is null or registered_on < $as_of))
    )
),

dated as (
  select
    customer_key,
    case when has_categories then lines.category else product_id end as kind,
    sum(amount) as revenue
  from lines
  cross join (select count(lines.category) > 0 as has_categories from lines)
  left join core.products using (product_key)
  group by all
),

told as (
  select customer_key, item as kind, sum(value) as revenue
  from core.measures
  join core.customers using (customer_id)
  where
    amount = 'sales'
    and subject = (select min(subject) from core.measures where amount = 'sales' and subject <> 'quarter')
    and value > 0
    and not exists (from core.order_lines)
  group by all
)

select
  customer_id,
  coalesce(account_manager, cohort) as account_manager,
  cohort,
  kind,
  revenue::decimal(18, 4) as revenue
from managed
left join (from dated where kind is not null union all from told) using (customer_key)
order by customer_id, kind
