-- Shopify's customers, in the older and the newer layout.
-- Grain: one row a customer of the file. The id counts for nobody who has an e-mail: orders do not name it.
select
  file,
  line,
  case when filled(email) is null then coalesce(unmarked(customer_id), concat_ws(' ', filled(first_name), filled(last_name))) end
    as customer_id,
  filled(email) as customer_email,
  filled(concat_ws(' ', filled(first_name), filled(last_name))) as name,
  coalesce(filled(default_address_country_code), filled(country)) as country,
  coalesce(filled(default_address_province_code), filled(province)) as state,
  coalesce(unmarked(default_address_zip), unmarked(zip)) as billing_zip,
  accepts_email_marketing as consent
from staged_customers
