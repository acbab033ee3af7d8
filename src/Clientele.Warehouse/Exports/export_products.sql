-- Products sold before $before, named as they were until then. Grain: one row a product.
-- name: the most frequent description; a tie goes to the first by its letters; of what no line describes, as a file of products
-- says. The same for the categories, unless such a file says them. cost: of a unit, in the shop's currency.
with

named as (
  select product_key, line, true as is_sold
  from core.order_lines
  where ordered_at < $before
  union all
  select product_key, line, false
  from core.returns
  where returned_at < $before
),

-- The texts are read where they were written: held a second time with every line, they would slow down each run.
held as (
  select product_key, product_name, category, sub_category, count(*) as lines
  from named
  join raw.coded using (line)
  where product_key in (select product_key from named where is_sold)
  group by all
),

counted as (
  select
    product_key,
    nullif(trim(n.text, ' ' || chr(160) || chr(8199) || chr(8239)), '') as product_name,
    nullif(trim(c.text, ' ' || chr(160) || chr(8199) || chr(8239)), '') as category,
    nullif(trim(s.text, ' ' || chr(160) || chr(8199) || chr(8239)), '') as sub_category,
    sum(lines) as lines
  from held
  left join raw.texts as n on n.code = product_name
  left join raw.texts as c on c.code = category
  left join raw.texts as s on s.code = sub_category
  group by all
),

names as (
  select product_key, product_name, category, sub_category
  from counted
  qualify
    row_number() over (
      partition by product_key
      order by (product_name is null), lines desc, product_name, category, sub_category
    ) = 1
),

-- As the recipe evened them out: where it left one way of writing, that stands for all that differ only in case or blanks.
categories as (
  select lower(regexp_replace(category, '\s+', ' ', 'g')) as form, min(category) as category
  from (select category from core.line_categories union select category from core.products)
  group by form
  having count(*) = 1
),

sub_categories as (
  select lower(regexp_replace(sub_category, '\s+', ' ', 'g')) as form, min(sub_category) as sub_category
  from (select distinct sub_category from core.products)
  group by form
  having count(*) = 1
)

select
  p.product_id,
  coalesce(n.product_name, p.listed_name, p.product_id) as name,
  case when p.is_listed then p.category else coalesce(c.category, n.category) end as category,
  case when p.is_listed then p.sub_category else coalesce(s.sub_category, n.sub_category) end as sub_category,
  p.cost
from names as n
join core.products as p using (product_key)
left join categories as c on c.form = lower(regexp_replace(n.category, '\s+', ' ', 'g'))
left join sub_categories as s on s.form = lower(regexp_replace(n.sub_category, '\s+', ' ', 'g'))
order by p.product_id
