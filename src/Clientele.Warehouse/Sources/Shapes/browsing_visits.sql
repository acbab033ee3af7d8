-- What was done on the shop's pages.
-- Grain: one row an event of a visit. Numbers that a spreadsheet wrote as 96.0 are 96.
select
  file,
  line,
  regexp_replace(session, '\.0$', '') as session_id,
  regexp_replace(visitor, '\.0$', '') as visitor_id,
  regexp_replace(custno, '\.0$', '') as customer_id,
  dt as started_at,
  regexp_replace(category, '\.0$', '') as category,
  regexp_replace(event1, '\.0$', '') as event1,
  regexp_replace(event2, '\.0$', '') as event2
from staged_visits
