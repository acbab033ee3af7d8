-- What a plug-in's orders say of those who placed them, for people who are not in an export of customers.
-- Grain: one row a customer, from the last line that names it. The same ids as in woocommerce_lines.
with

named as (
  select *, case when filled(billing_email) is null then nullif(filled(customer_id), '0') end as number
  from staged_orders
)

select
  file,
  line,
  number as customer_id,
  filled(billing_email) as customer_email,
  filled(concat_ws(' ', filled(billing_first_name), filled(billing_last_name))) as name,
  coalesce(filled(shipping_country), filled(billing_country)) as country,
  coalesce(filled(shipping_state), filled(billing_state)) as state,
  filled(shipping_postcode) as shipping_zip,
  filled(billing_postcode) as billing_zip
from named
where
  coalesce(number, filled(billing_email)) is not null
  and not exists (
    select 1 from staged_customers as c where lower(filled(c.email)) = lower(filled(named.billing_email))
  )
qualify
  row_number() over (partition by coalesce(number, lower(filled(billing_email))) order by file desc, line desc) = 1
