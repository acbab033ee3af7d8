-- Everybody who bought or gave back, with a number for each and what else is known of them.
-- Grain: one row a customer. customer_key: rank of the sorted ids, so that it does not depend on the order of the file.
-- Who never ordered is not here, unless the shop has no order at all: then all whom its files name are.
-- Country and state: as the files of customers say, else where the first order went, which no later order changes.
-- A customer of the orders is found in the files of customers by id, else by e-mail address.
with

firsts as (
  select customer_code, min(ordered_at) as ordered_at
  from staging.lines
  where customer_code is not null
  group by customer_code
),

bought as (
  select customer_code from firsts
  union
  select customer_code from staging.returns where customer_code is not null
),

named as (
  select text_of(customer_code) as customer_id from bought
  union
  select customer_id
  from (select customer_id from staging.people union all select customer_id from core.measures)
  where not exists (from staging.lines)
),

by_email as (
  from staging.people
  where email is not null
  qualify row_number() over (partition by email order by row desc) = 1
),

told as (
  select named.customer_id as name, people.* from named join staging.people using (customer_id)
  union all
  select named.customer_id as name, by_email.*
  from named
  join by_email on by_email.email = named.customer_id
  anti join staging.people on people.customer_id = named.customer_id
),

places as (
  select text_of(customer_code) as customer_id, text_of(country_code) as country, text_of(state_code) as state
  from (
    select distinct customer_code, country_code, state_code
    from staging.lines
    semi join firsts using (customer_code, ordered_at)
  )
  qualify
    row_number() over (partition by customer_id order by (country is null), country, (state is null), state) = 1
)

select
  row_number() over (order by named.customer_id)::integer as customer_key,
  named.customer_id,
  coalesce(told.country, places.country) as country,
  -- A state belongs to its country: the one is not taken from a file and the other from the orders.
  coalesce(told.state, case when told.country is null then places.state end) as state,
  shipping_zip,
  billing_zip,
  birth_year,
  age_class,
  sex,
  registered_on,
  traffic_source,
  account_manager,
  account_manager_cohort,
  -- Who is known by an e-mail address has one, whatever files say.
  coalesce(email, case when contains(named.customer_id, '@') then named.customer_id end) as email,
  consent
from named
left join told on told.name = named.customer_id
left join places on places.customer_id = named.customer_id
where named.customer_id is not null
order by named.customer_id
