-- Where those who bought are, and where they came from, by events of Google Analytics 4.
-- Grain: one row a customer with a purchase, from its last one.
select
  file,
  line,
  coalesce(filled(user_id), user_pseudo_id) as customer_id,
  try_cast(geo as json) ->> '$.country' as country,
  try_cast(geo as json) ->> '$.region' as state,
  try_cast(traffic_source as json) ->> '$.source' as traffic_source
from staged_events
where event_name = 'purchase' and coalesce(filled(user_id), filled(user_pseudo_id)) is not null
qualify
  row_number() over (
    partition by coalesce(filled(user_id), user_pseudo_id)
    order by try_cast(event_timestamp as bigint) desc, file desc, line desc
  ) = 1
