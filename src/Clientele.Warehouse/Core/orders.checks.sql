-- No rows: every kept line is in an order, and the amounts agree.
select 'order lines and staged lines differ in number or amount' as fault
from (select count(*) as n, coalesce(sum(amount), 0) as amount from staging.lines) as staged,
  (select coalesce(sum(lines), 0) as n, coalesce(sum(amount), 0) as amount from core.orders) as kept
where staged.n <> kept.n or staged.amount <> kept.amount
