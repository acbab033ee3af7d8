-- Products sold before $before. Grain: one row a product.
select product_id, name, category, sub_category
from core.products
where product_key in (select product_key from core.order_lines where ordered_at < $before)
order by product_id
