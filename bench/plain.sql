-- What a data engineer would write for DuckDB itself: typed raw lines with rejects, cleaned lines, RFM, all on disk.
-- $orders: the file. The same rules as pandas-script.yaml.
create table raw as
select *
from read_csv(
  $orders,
  header = true,
  store_rejects = true,
  columns = {
    'InvoiceNo': 'varchar', 'StockCode': 'varchar', 'Description': 'varchar', 'Quantity': 'decimal(18,3)',
    'InvoiceDate': 'timestamp', 'UnitPrice': 'decimal(18,6)', 'CustomerID': 'varchar', 'Country': 'varchar'
  }
);

create table rejects as select * from reject_errors;

create table clean as
select distinct *, (Quantity * UnitPrice)::decimal(18, 4) as Amount
from raw
where CustomerID is not null and not starts_with(InvoiceNo, 'C') and Quantity > 0 and UnitPrice > 0;

create table rfm as
with customers as (
  select
    CustomerID,
    date_diff('day', max(InvoiceDate), (select max(InvoiceDate) + interval 1 day from clean)) as recency,
    count(distinct InvoiceNo) as frequency,
    sum(Amount) as monetary
  from clean
  group by CustomerID
)
select
  *,
  ntile(5) over (order by recency desc, CustomerID) as r,
  ntile(5) over (order by frequency, CustomerID) as f,
  ntile(5) over (order by monetary, CustomerID) as m
from customers;
