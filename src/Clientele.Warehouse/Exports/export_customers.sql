-- Customers with an order before $before, and what they bought until then. Grain: one row a customer. Money: the shop's currency.
select
  c.customer_id,
  min(l.ordered_at) as first_order,
  max(l.ordered_at) as last_order,
  count(distinct l.order_key)::integer as orders,
  count(*)::integer as lines,
  sum(l.quantity)::decimal(18, 3) as units,
  sum(l.amount)::decimal(18, 4) as amount
from core.order_lines as l
join core.customers as c using (customer_key)
where l.ordered_at < $before
group by c.customer_id
order by c.customer_id
