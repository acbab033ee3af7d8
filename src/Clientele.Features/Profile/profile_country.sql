-- Sales by country.
-- Grain: one row a country with a sale before $as_of; an unknown country is empty. Money: the shop's currency.
select
  coalesce(country, '') as country,
  count(distinct order_key) as orders,
  count(distinct customer_key) as customers,
  count(*) as lines,
  sum(quantity)::decimal(18, 3) as units,
  sum(amount)::decimal(18, 4) as revenue,
  (sum(amount) / sum(sum(amount)) over ())::double as revenue_share,
  (sum(amount) * 10000)::double / (count(*) * 10000) as mean_line_total
from core.order_lines
left join core.places using (place_key)
where ordered_at < $as_of
group by 1
order by revenue desc, country
