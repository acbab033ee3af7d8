-- What was done on the shop's pages.
-- Grain: one row an event of a visit. Numbers that a spreadsheet wrote as 96.0 are 96.
select
  file,
  line,
  session as session_id,
  visitor as visitor_id,
  regexp_replace(custno, '\.0$', '') as customer_id,
  dt as started_at,
  category,
  event1,
  event2
from staged_visits
