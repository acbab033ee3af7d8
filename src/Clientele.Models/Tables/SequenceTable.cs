namespace Clientele.Models;

/// <summary>Sequential rules of a table of purchases.</summary>
sealed class SequenceTable : ITableModel
{
    public string Name => "sequences";

    public string Description =>
        "Finds what customers buy after something else (columns user, item and the number day).";

    public IReadOnlyList<Setting> Settings { get; } = Models.Settings.Names<SequenceOptions>();

    public TableKeys Keys { get; } = new([BasketColumns.CustomerNames, BasketColumns.ItemNames], ["day"]);

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind<SequenceOptions>(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var options = new SequenceOptions();
        TableModels.Bind(settings, seed, threads, options);
        var (customers, items) = (KeyCodes.Of(table.Keys[0]), KeyCodes.Of(table.Keys[1]));
        var purchases = customers
            .Codes.Select((customer, row) => new ItemPurchase(customer, items.Codes[row], Day(table, row)))
            .ToList();
        var rules = new SequentialRules(options).Of(
            purchases,
            customers.Words.Length,
            items.Words.Length,
            cancel
        );
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(options),
                ["customers"] = customers.Words.Length,
                ["items"] = items.Words.Length,
                ["rules"] = rules.Count,
            },
            []
        )
        {
            Tables =
            [
                new(
                    "sequences",
                    [
                        FitColumn.Text("first", rules.Select(r => items.Words[r.First])),
                        FitColumn.Text("second", rules.Select(r => items.Words[r.Second])),
                        FitColumn.Number("customers", rules.Select(r => r.Customers)),
                        FitColumn.Number("first_customers", rules.Select(r => r.FirstCustomers)),
                        FitColumn.Number("confidence", rules.Select(r => r.Confidence)),
                        FitColumn.Number("lift", rules.Select(r => r.Lift)),
                        FitColumn.Number("reverse_customers", rules.Select(r => r.Reverse)),
                        FitColumn.Number("p_value", rules.Select(r => r.PValue)),
                        FitColumn.Number("q_value", rules.Select(r => r.QValue)),
                    ]
                ),
            ],
        };
    }

    static int Day(NamedMatrix table, int row) =>
        table.Values[row][0] is var day && double.IsNaN(day)
            ? throw new ArgumentException(
                "There is no column 'day': sequences need the day of each row as a whole number, such as days since the first.",
                nameof(table)
            )
        : Math.Abs(day) <= 10_000_000 && day == Math.Floor(day) ? (int)day
        : throw new TableRowException(
            row,
            "day",
            FormattableString.Invariant($"{day} is no whole number of days.")
        );
}
