-- No rows: joining lost no line and doubled none.
select 'joining keys to the lines changed their number or amount' as fault
from (select count(*) as n, coalesce(sum(amount), 0) as amount from staging.lines) as staged,
  (select count(*) as n, coalesce(sum(amount), 0) as amount from core.order_lines) as kept
where staged.n <> kept.n or staged.amount <> kept.amount
