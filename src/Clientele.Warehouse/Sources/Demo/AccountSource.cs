using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>The seeded <see cref="AccountShop"/> as a source: sums of customers without dates, and where they are.</summary>
public sealed class AccountSource(AccountOptions options) : ISource
{
    /// <inheritdoc/>
    public string Name => "demo account-managed";

    /// <inheritdoc/>
    public long? RowsAbout => null;

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{Name} {options.Customers} {options.Seed}")
                )
            )
        );

    /// <inheritdoc/>
    public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel)
    {
        var shop = AccountShop.Generate(options, cancel);
        return
        [
            Fill(database, Target.Measures, Sums(shop)),
            Fill(database, Target.Customers, Customers(shop)),
        ];
    }

    LoadSummary Fill(IDatabase database, Target target, Table rows)
    {
        var names = string.Join(", ", rows.Columns.Select(c => SqlText.Name(c.Name)));
        database.Execute(SqlText.Create("raw", rows));
        database.Append("raw", rows);
        var (into, from) = (SqlText.TableName("raw", target.HeldIn), SqlText.TableName("raw", rows.Name));
        database.Execute(
            new(Name, $"insert into {into} ({names}) select {names} from {from} order by rowid")
        );
        database.Execute(new(Name, $"drop table {from}"));
        MappedColumn[] columns = [.. rows.Columns.Select(c => new MappedColumn(c.Name, c.Name))];
        return new LoadSummary($"{Name} {target.Table}", "demo", rows.Rows, 0, columns)
        {
            Into = target.Table,
            Filled = [.. rows.Columns.Select(c => c.Name)],
            Sha256 = Hash(CancellationToken.None),
        };
    }

    /// <summary>A row a customer and measure that is not 0.</summary>
    static Table Sums(AccountData shop)
    {
        var (ids, measures, values) = (new List<string?>(), new List<string?>(), new List<decimal?>());
        for (var i = 0; i < shop.Count; i++)
        {
            var row = shop[i];
            for (var m = 0; m < row.Length; m++)
            {
                if (row[m] != 0)
                {
                    ids.Add(shop.CustomerId[i]);
                    measures.Add(AccountData.Measures[m]);
                    values.Add((decimal)row[m]);
                }
            }
        }

        return new(
            "account_sums",
            [
                new TextColumn("customer_id", [.. ids]),
                new TextColumn("measure", [.. measures]),
                new DecimalColumn("value", [.. values]),
            ]
        );
    }

    static Table Customers(AccountData shop) =>
        new(
            "account_customers",
            [
                new TextColumn("customer_id", shop.CustomerId),
                new TextColumn("country", shop.Country),
                new TextColumn("state", shop.State),
                new TextColumn("billing_zip", shop.Zip),
            ]
        );
}
