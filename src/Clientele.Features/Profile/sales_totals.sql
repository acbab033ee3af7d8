-- The shop in one row.
-- Grain: one row over everything before $as_of. Money: the shop's currency. nameless: no customer is named.
-- shared_orders: their number stands on lines of more than one customer, where nobody is one too, or on lines over 31 days apart.
select
  count(*) as lines,
  count(distinct order_key) as orders,
  count(distinct customer_key) as customers,
  count(distinct product_key) as products,
  coalesce(sum(quantity), 0)::decimal(18, 3) as units,
  coalesce(sum(amount), 0)::decimal(18, 4) as revenue,
  count(*) filter (where customer_key is null) as nameless_lines,
  coalesce(sum(amount) filter (where customer_key is null), 0)::decimal(18, 4) as nameless_revenue,
  (
    select count(*)
    from (
      select order_key
      from core.order_lines
      where ordered_at < $as_of
      group by order_key
      having
        count(distinct coalesce(customer_key, 0)) > 1
        or max(ordered_at) > min(ordered_at) + interval 31 days
    )
  ) as shared_orders,
  min(ordered_at)::date as first_day,
  max(ordered_at)::date as last_day,
  (select count(*) from core.returns where returned_at < $as_of) as returned_lines,
  (select coalesce(sum(amount), 0)::decimal(18, 4) from core.returns where returned_at < $as_of) as returned_value
from core.order_lines
where ordered_at < $as_of
