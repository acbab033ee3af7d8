-- Purchases of Google Analytics 4 that were sent again: see ga4_lines.
-- Grain: one row a file with such events; n: how many.
select file, count(*) as n
from (
  select file
  from staged_events
  where
    event_name = 'purchase'
    and nullif(filled(try_cast(ecommerce as json) ->> '$.transaction_id'), '(not set)') is not null
  qualify
    row_number() over (
      partition by filled(try_cast(ecommerce as json) ->> '$.transaction_id')
      order by try_cast(event_timestamp as bigint), file, line
    ) > 1
)
group by file
order by file
