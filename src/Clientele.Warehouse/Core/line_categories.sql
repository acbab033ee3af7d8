-- The category of what was sold: as a file of products says, else as the line does, which no later line changes.
-- Grain: one row a kept line that has one. A table of its own, so that shops without categories carry nothing.
select line, coalesce(k.category, l.category) as category
from staging.lines as l
left join staging.catalogue as k using (product_id)
where coalesce(k.category, l.category) is not null
