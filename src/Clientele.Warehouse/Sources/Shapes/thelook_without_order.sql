-- Rows of thelook's users who ordered nothing.
-- Grain: one row a file.
select file, count(*) as n
from staged_orders
where known_id(order_id) is null
group by file
order by file
