using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>The seeded demo shop as a source: lines, and beside them customers, products and browsing sessions.</summary>
public sealed class DemoSource(DemoOptions options) : ISource
{
    /// <summary>What was planted; null until loaded.</summary>
    public DemoTruth? Truth { get; private set; }

    /// <inheritdoc/>
    public string Name => "demo";

    /// <inheritdoc/>
    public long? RowsAbout => null;

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"demo {options.Customers} {options.Months} {options.Browsing} {options.Seed} {options.Start:O}"
                    )
                )
            )
        );

    /// <inheritdoc/>
    public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel)
    {
        var demo = DemoShop.Generate(options, cancel);
        Truth = demo.Truth;
        var lines = Lines(demo.Lines);
        var columns = lines.Columns.Select(c => new MappedColumn(c.Name, c.Name)).ToList();
        RawTables.LineColumns(database, columns);
        Fill(database, lines);
        database.Append("raw", Customers(demo.Customers));
        database.Execute(
            new(
                "demo's clock",
                "update raw.customers set registered_at = to_utc(registered_at) where registered_at <> to_utc(registered_at)"
            )
        );
        database.Execute(
            new("raw.products", "alter table raw.products add column if not exists price_tier varchar")
        );
        database.Append("raw", Products(demo.Products));
        if (demo.Sessions is { } sessions)
        {
            var visits = Sessions(sessions);
            database.Execute(SqlText.Create("raw", visits));
            database.Append("raw", visits);
            database.Execute(
                new(
                    "raw.sessions",
                    "create or replace table raw.sessions as "
                        + $"select {string.Join(", ", BesideFields.Sessions.Select(TypedVisit))} from raw.sessions order by rowid"
                )
            );
        }

        return [new LoadSummary(Name, "demo", demo.Lines.Count, 0, columns) { Sha256 = Hash(cancel) }];
    }

    /// <summary>Lines as codes; the demo's days are the shop's.</summary>
    static void Fill(IDatabase database, Table lines)
    {
        database.Execute(SqlText.Create("raw", lines));
        database.Append("raw", lines);
        var values = lines.Columns.Select(c =>
            c.Name == "ordered_at" ? "to_utc(ordered_at)"
            : c is TextColumn ? $"text_code({SqlText.Name(c.Name)})"
            : SqlText.Name(c.Name)
        );
        database.Execute(
            new(
                "demo's lines",
                $"insert into raw.coded_lines ({string.Join(", ", lines.Columns.Select(c => SqlText.Name(c.Name)))}) "
                    + $"select {string.Join(", ", values)} from raw.lines"
            )
        );
        database.Execute(new("demo's lines", "drop table raw.lines"));
    }

    /// <summary>The columns of raw.coded_lines.</summary>
    static Table Lines(DemoLineTable lines) =>
        new(
            "lines",
            [
                new TextColumn("order_id", lines.OrderId),
                new TimeColumn("ordered_at", [.. lines.OrderedAt.Select(t => (DateTime?)t)]),
                new TextColumn("customer_id", lines.CustomerId),
                new TextColumn("product_id", lines.ProductId),
                new TextColumn("product_name", lines.ProductName),
                new TextColumn("category", lines.Category),
                new TextColumn("sub_category", lines.SubCategory),
                new DecimalColumn("quantity", [.. lines.Quantity.Select(q => (decimal?)q)])
                {
                    Digits = 0,
                    Scale = 3,
                },
                new DecimalColumn("unit_price", [.. lines.UnitPrice.Select(p => (decimal?)p)]),
                new TextColumn("country", lines.Country),
            ]
        );

    /// <summary>The columns of raw.customers, in its order; nobody's name is made up.</summary>
    static Table Customers(DemoCustomerTable people) =>
        new(
            "customers",
            [
                new TextColumn("customer_id", people.CustomerId),
                new TextColumn("customer_email", people.Email),
                new TextColumn("name", new string?[people.Count]),
                new TextColumn("country", people.Country),
                new TextColumn("state", people.State),
                new TextColumn("shipping_zip", people.Zip),
                new TextColumn("billing_zip", people.Zip),
                new IntegerColumn("birth_year", [.. people.BirthYear.Select(y => (long?)y)]),
                new TextColumn("age_class", new string?[people.Count]),
                new TextColumn("sex", people.Sex),
                new TimeColumn("registered_at", [.. people.RegisteredOn.Select(t => (DateTime?)t)]),
                new TextColumn("traffic_source", people.TrafficSource),
                new TextColumn("account_manager", people.AccountManager),
                new TextColumn("account_manager_cohort", new string?[people.Count]),
                new FlagColumn("consent", [.. people.Consent.Select(c => (bool?)c)]),
            ]
        );

    /// <summary>The columns of raw.products, in its order, and how dear a product is.</summary>
    static Table Products(DemoProductTable products) =>
        new(
            "products",
            [
                new TextColumn("product_id", products.ProductId),
                new TextColumn("product_name", products.Name),
                new TextColumn("category", products.Category),
                new TextColumn("sub_category", products.SubCategory),
                new DecimalColumn("cost", [.. products.Cost.Select(c => (decimal?)c)]),
                new DecimalColumn("list_price", [.. products.ListPrice.Select(c => (decimal?)c)]),
                new TextColumn("price_tier", products.PriceTier),
            ]
        );

    /// <summary>Ids and events as files have them: texts. The demo knows no addresses of pages.</summary>
    static string TypedVisit(Field field) =>
        field.Name == "page" ? "null::varchar as page" : $"{field.Name}::{field.SqlType} as {field.Name}";

    static Table Sessions(DemoSessionTable sessions) =>
        new(
            "sessions",
            [
                new IntegerColumn("session_id", [.. sessions.SessionId.Select(s => (long?)s)]),
                new IntegerColumn("visitor_id", [.. sessions.VisitorId.Select(v => (long?)v)]),
                new TextColumn("customer_id", sessions.CustomerId),
                new TimeColumn("started_at", [.. sessions.StartedAt.Select(t => (DateTime?)t)]),
                new IntegerColumn("category", [.. sessions.Category.Select(c => (long?)c)]),
                new IntegerColumn("event1", [.. sessions.Event1.Select(e => (long?)e)]),
                new IntegerColumn("event2", [.. sessions.Event2.Select(e => (long?)e)]),
            ]
        );
}
