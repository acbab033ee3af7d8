-- No rows: matching returns to orders lost none and doubled none.
select 'matching returns to orders changed their number' as fault
from (select count(*) as n from staging.returns) as staged, (select count(*) as n from core.returns) as kept
where staged.n <> kept.n
