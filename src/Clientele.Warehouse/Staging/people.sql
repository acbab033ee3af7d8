-- What files say of customers beside the orders, with clean ids, one way to write each sex and a day of registration.
-- Grain: one row a row of raw.customers that names anybody; row is its place in the files. tidy: see Blanks; known_id: see Ids.
-- told_at: when a line of an order said it; null for files of their own.
with

named as (
  select rowid as row, known_id(customer_id) as id, lower(tidy(customer_email)) as email, * exclude (customer_id, customer_email)
  from raw.customers
)

select
  row,
  to_shop(told_at) as told_at,
  coalesce(id, email) as customer_id,
  email,
  tidy(country) as country,
  tidy(state) as state,
  tidy(shipping_zip) as shipping_zip,
  tidy(billing_zip) as billing_zip,
  -- 80 or 19800 is a slip of the pen; who is born after as-of is left to Features.
  case when birth_year >= 1800 then birth_year end as birth_year,
  -- 35-44 with the dash of our own classes: both are one.
  regexp_replace(tidy(age_class), '^(\d+)\s*-\s*(\d+)$', '\1–\2') as age_class,
  case
    -- English, German, French, Spanish, Italian, Portuguese, Dutch; titles stand for it in many exports.
    when lower(tidy(sex)) in (
      'f', 'female', 'woman', 'w', 'frau', 'weiblich', 'femme', 'féminin', 'feminin', 'mujer', 'femenino', 'donna', 'femmina',
      'femminile', 'mulher', 'feminino', 'vrouw', 'vrouwelijk', 'mrs', 'ms', 'miss', 'mme', 'madame', 'señora', 'signora'
    ) then 'F'
    when lower(tidy(sex)) in (
      'm', 'male', 'man', 'mann', 'herr', 'männlich', 'maennlich', 'homme', 'masculin', 'hombre', 'masculino', 'uomo', 'maschio',
      'maschile', 'homem', 'mannelijk', 'mr', 'monsieur', 'señor', 'signor', 'signore'
    ) then 'M'
    else tidy(sex)
  end as sex,
  to_shop(registered_at)::date as registered_on,
  tidy(traffic_source) as traffic_source,
  tidy(account_manager) as account_manager,
  tidy(account_manager_cohort) as account_manager_cohort,
  consent
from named
where coalesce(id, email) is not null
