-- How often each line amount (quantity × unit price, or the line's own total) occurs in the files before $as_of.
-- Grain: one row an amount.
select (coalesce(line_total, (coalesce(quantity, 1::decimal(18, 3)) * unit_price)::decimal(18, 4)) - coalesce(line_discount, 0) - coalesce(discount_part, 0))::decimal(18, 4)::double as value, count(*) as rows
from raw.coded
where ordered_at < $as_of
group by 1
order by 1
