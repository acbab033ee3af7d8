-- Customers with an order before $before, what they bought until then and what else is known of them.
-- Grain: one row a customer. Money: the shop's currency. A registration from $before on is not known.
with

until_then as (
  select
    customer_key,
    min(ordered_at) as first_order,
    max(ordered_at) as last_order,
    count(distinct order_key)::integer as orders,
    count(*)::integer as lines,
    sum(quantity)::decimal(18, 3) as units,
    sum(amount)::decimal(18, 4) as amount
  from core.order_lines
  where ordered_at < $before
  group by customer_key
)

select
  c.customer_id,
  u.* exclude (customer_key),
  c.* exclude (customer_key, customer_id) replace (
    case when registered_on < $before then registered_on end as registered_on
  )
from until_then as u
join core.customers as c using (customer_key)
order by c.customer_id
