-- Orders before $before. Grain: one row an order. Money: the shop's currency.
select order_id, customer_id, ordered_at, country, state, lines, units, amount
from core.orders
left join core.customers using (customer_key)
where ordered_at < $before
order by ordered_at, order_id
