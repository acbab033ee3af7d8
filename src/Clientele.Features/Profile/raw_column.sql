-- One column of the files before $as_of: how filled, how varied, how consistent, and what revenue hangs on it.
-- Grain: one row; {column} is a column of raw.coded, put in by SqlText, as are its text and the code of that, if it holds codes.
-- between: Σ over values of (sum of amounts)² / lines, added in the order of the values so that it repeats.
-- alike: values that differ from at least one other only in case or blanks; all of such a group are counted.
with

by_held as (
  select
    {column} as held,
    count(*) as rows,
    sum(
      (coalesce(line_total, (coalesce(quantity, 1::decimal(18, 3)) * unit_price)::decimal(18, 4)) - coalesce(line_discount, 0) - coalesce(discount_part, 0))::decimal(18, 4)
    ) as amount
  from raw.coded
  where ordered_at < $as_of
  group by held
),

by_value as (
  select {text} as value, rows, amount from by_held left join raw.texts on code = {code}
),

alike as (
  select value, lower(trim(regexp_replace(value, '[\s\x{00A0}\x{2007}\x{202F}]+', ' ', 'g'))) as form, rows
  from by_value
  where value is not null
  qualify count(*) over (partition by form) > 1
)

select
  sum(rows)::bigint as rows,
  coalesce(sum(rows) filter (where value is null), 0)::bigint as missing,
  count(value) as distinct_values,
  coalesce(min(value), '') as least,
  coalesce(max(value), '') as greatest,
  coalesce(first(value order by rows desc, value) filter (where value is not null), '') as most_frequent,
  coalesce(max(rows) filter (where value is not null), 0) as most_frequent_rows,
  coalesce(first(value order by amount desc, value) filter (where value is not null), '') as top_by_revenue,
  coalesce(max(amount) filter (where value is not null), 0)::double as top_revenue,
  coalesce(sum(amount) filter (where value is null), 0)::double as missing_revenue,
  sum(amount)::double as revenue,
  coalesce(sum(amount::double * amount::double / rows order by value), 0) as between_values,
  (select count(*) from alike) as alike,
  coalesce((select string_agg(value, ' = ' order by rows desc, value) from alike where form = (select min(form) from alike)), '')
    as alike_example
from by_value
