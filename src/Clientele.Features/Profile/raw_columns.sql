-- The columns of the files, as they were read.
-- Grain: one row a column of raw.lines that a file fills.
select name, header, coalesce(field, '') as field, data_type
from raw.columns
join duckdb_columns() on schema_name = 'raw' and table_name = 'lines' and column_name = name
order by position
