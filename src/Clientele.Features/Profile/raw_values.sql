-- How often each value of one number column of the files occurs before $as_of.
-- Grain: one row a value; {column} is a column of raw.coded, put in by SqlText. Missing values are left out.
select {column}::double as value, count(*) as rows
from raw.coded
where ordered_at < $as_of and {column} is not null
group by {column}
order by {column}
