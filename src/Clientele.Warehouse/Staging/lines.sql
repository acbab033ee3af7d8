-- The shop's lines with clean ids and one amount, before any rule has judged them.
-- Grain: one row a line of raw.coded; line is its place in the files. Texts are codes: see TextCodes.
-- tidy_code: without blanks at its ends, nothing if nothing is left; id_code: without .0 at its end too, which a number gets that
-- stood beside gaps in a table of decimals.
-- known_code and filled_code: the same, and nothing for a word such as NULL or nan.
-- line_hash: of the line as the file has it, column by column.
-- Products stay in 64 bits: wider decimals are a hundred times slower.
-- Money in the shop's currency: what the file says of the line, else quantity × unit price, less its discount and its part of its order's.
with

emails as (
  select code, text_code(lower(text_of(tidy_code(code)))) as email_code
  from (select distinct customer_email as code from raw.coded where customer_email is not null)
),

counted as (
  select *, coalesce(quantity, 1)::decimal(18, 3) as pieces from raw.coded
)

select
  line,
  id_code(order_id) as order_code,
  coalesce(known_code(customer_id), email_code) as customer_code,
  coalesce(filled_code(product_id), tidy_code(product_name)) as product_code,
  tidy_code(product_name) as name_code,
  ordered_at,
  pieces as quantity,
  coalesce(unit_price, line_total / nullif(pieces, 0), 0)::decimal(18, 6) as unit_price,
  (coalesce(line_total, (pieces * unit_price)::decimal(18, 4)) - coalesce(line_discount, 0) - coalesce(discount_part, 0))::decimal(18, 4) as amount,
  refund::decimal(18, 4) as refund,
  tidy_code(country) as country_code,
  tidy_code(state) as state_code,
  tidy_code(category) as category_code,
  tidy_code(sub_category) as sub_category_code,
  tidy_code(status) as status_code,
  line_hash
from counted
left join emails on code = customer_email
