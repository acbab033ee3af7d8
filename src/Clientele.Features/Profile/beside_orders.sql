-- What the files beside the orders hold, and what of it is not used.
-- Grain: one row over all customers who registered before $as_of, or nobody knows when, and all products.
with

people as (
  select
    coalesce(known_id(customer_id), lower(tidy(customer_email))) as id,
    lower(tidy(customer_email)) as email
  from raw.customers
  where registered_at is null or to_shop(registered_at) < $as_of
),

catalogue as (
  select coalesce(tidy(product_id), tidy(product_name)) as id from raw.products
),

buyers as (
  select customer_id
  from core.customers
  where customer_key in (select customer_key from core.order_lines where ordered_at < $as_of)
)

select
  (select count(distinct id) from people) as customers,
  (select count(id) - count(distinct id) from people) as repeated_customers,
  (select count(id) - count(distinct id) from catalogue) as repeated_products,
  (
    select count(distinct id)
    from people
    where id not in (from buyers) and (email is null or email not in (from buyers))
  ) as without_order,
  (select count(distinct customer_id) from core.measures) as measured_customers,
  (select count(distinct measure) from core.measures) as measures
