-- What was done on the pages, by events of Google Analytics 4.
-- Grain: one row an event of a visit. Visits are numbered by browser: session_id is browser and number; an event without a number is in none.
-- category: that of the event's first item; event2: the event's name.
with

events as (
  select *, from_json(try_cast(event_params as json), '["json"]') as params
  from staged_events
),

numbered as (
  select
    *,
    list_filter(params, lambda p: (p ->> '$.key') = 'ga_session_id')[1] ->> '$.value.int_value' as number,
    list_filter(params, lambda p: (p ->> '$.key') = 'page_location')[1] ->> '$.value.string_value' as page
  from events
)

select
  file,
  line,
  user_pseudo_id || '.' || number as session_id,
  user_pseudo_id as visitor_id,
  filled(user_id) as customer_id,
  event_timestamp as started_at,
  try_cast(items as json) ->> '$[0].item_category' as category,
  event_name as event2,
  page
from numbered
where filled(user_pseudo_id) is not null and filled(number) is not null
