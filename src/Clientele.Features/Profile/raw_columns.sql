-- The columns of the files, as they were read.
-- Grain: one row a column of raw.lines that a file fills. is_coded: raw.coded_lines holds codes of its texts.
with

held as (
  select table_name, column_name, data_type
  from duckdb_columns()
  where database_name = current_database() and schema_name = 'raw'
)

select name, header, coalesce(field, '') as field, shown.data_type, shown.data_type <> coded.data_type as is_coded
from raw.columns
join held as shown on shown.table_name = 'lines' and shown.column_name = name
join held as coded on coded.table_name = 'coded_lines' and coded.column_name = name
order by position
