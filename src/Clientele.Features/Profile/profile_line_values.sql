-- Which combinations of quantity, price and amount were sold, and how often: correlations follow without an order of adding.
-- Grain: one row a combination before $as_of. Money: the shop's currency.
select quantity::double as quantity, unit_price::double as unit_price, amount::double as amount, count(*) as lines
from core.order_lines
where ordered_at < $as_of
group by all
order by all
