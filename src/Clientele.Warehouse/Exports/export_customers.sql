-- Customers with an order before $before. Grain: one row a customer.
select customer_id
from core.customers
where customer_key in (select customer_key from core.orders where ordered_at < $before)
order by customer_id
