-- What laws of buying know of each customer: how often on other days than the first, when first and last, and for how much.
-- Grain: one row a customer with an order before $as_of. Days; currency of the shop.
-- All orders of a day are one purchase, and the first day is not counted: x, t_x and T of the literature.
-- T ends with the last whole day before $as_of. spend: mean of the repeat days, less the share of all that was bought which came back.
-- Source: Fader, Hardie and Lee (2005), Marketing Science 24(2).
with

days as (
  select customer_key, ordered_at::date as day, sum(amount)::decimal(18, 4) as amount
  from core.order_lines
  where ordered_at < $as_of and customer_key is not null
  group by all
),

repeats as (
  select
    customer_key,
    day,
    amount,
    min(day) over (partition by customer_key) as first_day
  from days
),

returned as (
  select customer_key, sum(amount)::decimal(18, 4) as amount
  from core.returns
  where returned_at < $as_of
  group by customer_key
),

final as (
  select
    customer_id,
    count(*) - 1 as x,
    date_diff('day', min(day), max(day)) as t_x,
    date_diff('day', min(day), $as_of::date) - 1 as t,
    case
      when count(*) = 1 then 0
      else
        (sum(repeats.amount) filter (where day > first_day))::double / (count(*) - 1)
        * case
          when sum(repeats.amount) > 0
            then greatest(1 - coalesce(any_value(returned.amount), 0)::double / sum(repeats.amount)::double, 0)
          else 1
        end
    end as spend
  from repeats
  join core.customers using (customer_key)
  left join returned using (customer_key)
  group by customer_key, customer_id
  order by customer_id
)

select * from final
