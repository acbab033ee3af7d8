-- Customers of WooCommerce's analytics beside the orders of a plug-in, which know them by e-mail.
-- Grain: one row a customer of the file who has an e-mail.
select
  file,
  line,
  filled(email) as customer_email,
  filled(name) as name,
  country_region as country,
  region as state,
  postal_code as billing_zip,
  sign_up as registered_at
from staged_customers
where filled(email) is not null
