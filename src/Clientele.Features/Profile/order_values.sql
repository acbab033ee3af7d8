-- What each order was worth.
-- Grain: one row an order before $as_of. Money: the shop's currency.
select order_id, sum(l.amount)::decimal(18, 4) as amount, count(*) as lines, sum(l.quantity)::decimal(18, 3) as units
from core.order_lines as l
join core.orders using (order_key)
where l.ordered_at < $as_of
group by order_id
order by order_id
