-- What Shopify's orders say of those who placed them, for people who are not in an export of customers.
-- Grain: one row a customer, from the last line that names it. The same ids as in shopify_lines.
with

named as (
  select
    *,
    case
      when filled(email) is null
        then filled(billing_name) || ', ' || coalesce(unmarked(billing_phone), unmarked(phone))
    end as customer_id
  from staged_orders
  where filled(created_at) is not null
)

select
  file,
  line,
  customer_id,
  filled(email) as customer_email,
  filled(billing_name) as name,
  coalesce(filled(shipping_country), filled(billing_country)) as country,
  coalesce(filled(shipping_province), filled(billing_province)) as state,
  unmarked(shipping_zip) as shipping_zip,
  unmarked(billing_zip) as billing_zip,
  accepts_marketing as consent
from named
where
  coalesce(customer_id, filled(email)) is not null
  and not exists (
    select 1 from staged_customers as c where lower(filled(c.email)) = lower(filled(named.email))
  )
qualify
  row_number() over (partition by coalesce(customer_id, lower(filled(email))) order by file desc, line desc) = 1
