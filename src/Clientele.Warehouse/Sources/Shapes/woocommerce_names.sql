-- Customers of WooCommerce's analytics beside its orders, which know them by name.
-- Grain: one row a customer of the file.
select
  file,
  line,
  coalesce(filled(name), filled(username)) as customer_id,
  filled(name) as name,
  country_region as country,
  region as state,
  postal_code as billing_zip,
  sign_up as registered_at
from staged_customers
