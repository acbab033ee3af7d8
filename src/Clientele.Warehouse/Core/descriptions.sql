-- How lines name what was sold.
-- Grain: one row a description of kept lines. description_key: rank of the sorted descriptions.
select row_number() over (order by description)::integer as description_key, description
from (
  select text_of(name_code) as description
  from (select distinct name_code from staging.lines where name_code is not null)
)
order by description
