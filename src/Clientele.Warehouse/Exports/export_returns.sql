-- What came back before $before, with the order that it came from. Grain: one row a returned line.
select r.return_id, o.order_id, c.customer_id, p.product_id, r.returned_at, r.quantity, r.unit_price, r.amount
from core.returns as r
left join core.orders as o using (order_key)
left join core.customers as c on c.customer_key = r.customer_key
left join core.products as p using (product_key)
where r.returned_at < $before
order by r.line
