-- What BigCommerce's orders say of those who placed them.
-- Grain: one row a customer, from its last order. The same ids as in bigcommerce_lines.
select
  file,
  line,
  nullif(filled(customer_id), '0') as customer_id,
  filled(customer_email) as customer_email,
  unescaped(filled(customer_name)) as name,
  coalesce(filled(shipping_country), filled(billing_country)) as country,
  coalesce(filled(shipping_state), filled(billing_state)) as state,
  filled(shipping_zip) as shipping_zip,
  filled(billing_zip) as billing_zip
from staged_orders
where coalesce(nullif(filled(customer_id), '0'), filled(customer_email)) is not null
qualify
  row_number() over (
    partition by coalesce(nullif(filled(customer_id), '0'), lower(filled(customer_email)))
    order by file desc, line desc
  ) = 1
