-- What was sold, line by line.
-- Grain: one row a kept line; line is its place in the files. Money: the shop's currency.
select
  l.line,
  o.order_key,
  c.customer_key,
  p.product_key,
  l.ordered_at,
  l.quantity,
  l.unit_price,
  l.amount,
  l.product_name,
  l.country,
  l.state
from staging.lines as l
join core.orders as o using (order_id)
left join core.customers as c on c.customer_id = l.customer_id
left join core.products as p using (product_id)
