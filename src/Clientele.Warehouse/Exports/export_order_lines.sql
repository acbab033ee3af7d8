-- Lines of orders before $before. Grain: one row a kept line, in the order of the files. Money: the shop's currency.
select o.order_id, c.customer_id, p.product_id, l.ordered_at, l.quantity, l.unit_price, l.amount
from core.order_lines as l
join core.orders as o using (order_key)
left join core.customers as c on c.customer_key = l.customer_key
left join core.products as p using (product_key)
where l.ordered_at < $before
order by l.line
