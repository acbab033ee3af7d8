-- The days on which the fifty customers with the most of them bought: for pictures of single customers.
-- Grain: one row a customer and day with an order before $as_of. Of equals the first by their ids.
with

days as (
  select distinct customer_key, ordered_at::date as day
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
),

most as (
  select customer_key
  from days
  group by customer_key
  order by count(*) desc, customer_key
  limit 50
),

final as (
  select customer_id, day
  from days
  join most using (customer_key)
  join core.customers using (customer_key)
  order by customer_id, day
)

select * from final
