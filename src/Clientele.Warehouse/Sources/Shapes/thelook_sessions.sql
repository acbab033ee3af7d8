-- What was done on thelook's pages.
-- Grain: one row an event of a visit. category: that of the page's address, or of the product on it; event2: the kind of event.
-- visitor_id: the address of the machine, which is all that is known of who did not sign in.
with

products as (select distinct on (id) id, category from staged_products order by id, file desc, line desc)

select
  e.file,
  e.line,
  e.session_id,
  e.ip_address as visitor_id,
  regexp_replace(filled(e.user_id), '\.0$', '') as customer_id,
  e.created_at as started_at,
  coalesce(nullif(regexp_extract(e.uri, '/category/([^/?]+)', 1), ''), products.category) as category,
  e.event_type as event2,
  e.uri as page
from staged_events as e
left join products on products.id = nullif(regexp_extract(e.uri, '/product/(\d+)', 1), '')
