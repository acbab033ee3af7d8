-- Where goods went.
-- Grain: one row a country and state of kept lines. place_key: rank of the sorted names; what is unknown comes last.
with

found as (
  select distinct country_code, state_code
  from staging.lines
  where country_code is not null or state_code is not null
),

named as (
  select text_of(country_code) as country, text_of(state_code) as state from found
)

select row_number() over (order by (country is null), country, (state is null), state)::integer as place_key, country, state
from named
order by place_key
