-- What of an order's discount falls on each of its lines: in proportion to their amounts, by largest remainders.
-- Grain: one row a line of an order with a discount; line: its place in the files; order_id: the code of its text. Money: the shop's currency.
-- The discount is what the first line that has one says, with or without a minus; whole cents if it is one, else to four digits.
-- part: the parts of an order add up to its discount exactly; none if all its lines come to less, as with a discount on postage.
with

told as (
  select
    line,
    id_code(order_id) as order_id,
    greatest(
      (coalesce(line_total, (coalesce(quantity, 1) * unit_price)::decimal(18, 4), 0) - coalesce(line_discount, 0))::decimal(18, 4), 0
    )::decimal(18, 4) as amount,
    nullif(abs(order_discount), 0) as discount
  from raw.coded
  where id_code(order_id) in (select id_code(order_id) from raw.coded where order_discount <> 0)
),

orders as (
  select
    order_id,
    (arg_min(discount, line) * 10000)::hugeint as discount,
    (sum(amount) * 10000)::hugeint as amount,
    count(distinct discount) > 1 as differs
  from told
  group by order_id
),

weighed as (
  select
    line,
    order_id,
    (told.amount * 10000)::hugeint as weight,
    orders.amount as whole,
    case when orders.discount % 100 = 0 then 100 else 1 end as step,
    orders.discount // step as steps,
    orders.discount > orders.amount as is_too_much,
    differs
  from told
  join orders using (order_id)
),

parted as (
  select
    *,
    case when not is_too_much then steps * weight // whole end as part,
    case when not is_too_much then steps * weight % whole end as rest
  from weighed
),

ranked as (
  select
    *,
    row_number() over (partition by order_id order by rest desc, line) as place,
    steps - sum(part) over (partition by order_id) as missing
  from parted
)

select
  line,
  order_id,
  is_too_much,
  differs,
  (((part + case when place <= missing then 1 else 0 end) * step)::decimal(24, 4) * 0.0001)::decimal(18, 4) as part
from ranked
