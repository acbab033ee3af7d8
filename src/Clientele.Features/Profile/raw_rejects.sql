-- How many rows of the files could not be read, whenever they were.
-- Grain: one row. first: the first of them, in words.
select
  count(*) as rejected,
  coalesce(
    first(file || ', line ' || line || ', column ' || column_name || ' ' || reason order by file, line, column_name),
    ''
  ) as first
from raw.rejects
