-- Customers of whom a file of customers says what another row of such files, or the orders, say otherwise.
-- Grain: the first of them by id and field. was: what counts no more; now: what counts; customers: how many there are.
-- Rows of people from $own on are of files; of what orders said before only the last counts. Texts that differ only in case say the same.
with

several as (
  from temp.told_people
  where customer_id in (select customer_id from temp.told_people group by customer_id having count(*) > 1)
  qualify
    row >= $own
    or row_number() over (partition by customer_id, row >= $own order by told_at desc nulls first, row desc) = 1
),

said as (
  unpivot (
    select
      row,
      customer_id,
      email,
      country,
      state,
      shipping_zip,
      billing_zip,
      birth_year::varchar as birth_year,
      age_class,
      sex,
      registered_on::varchar as registered_on,
      traffic_source,
      account_manager,
      account_manager_cohort,
      consent::varchar as consent
    from several
  )
  on columns(* exclude (row, customer_id))
  into name field value value
),

placed as (
  select
    *,
    last_value(value) over (
      partition by customer_id, field order by row rows between unbounded preceding and unbounded following
    ) as now
  from said
),

by_files as (
  select customer_id, field, now, arg_max(value, row) as was
  from placed
  where lower(value) <> lower(now)
  group by customer_id, field, now
),

counting as (
  select customer_id, country
  from temp.told_people
  where row >= $own and country is not null
  qualify row_number() over (partition by customer_id order by row desc) = 1
),

by_orders as (
  select customer_id, 'country' as field, counting.country as now, min(order_countries.country) as was
  from counting
  join temp.order_countries using (customer_id)
  group by customer_id, counting.country
  having not bool_or(lower(order_countries.country) = lower(counting.country))
),

differing as (
  from by_files
  union
  from by_orders
)

select customer_id, field, was, now, (select count(distinct customer_id) from differing) as customers
from differing
order by customer_id, field, was
limit 1
