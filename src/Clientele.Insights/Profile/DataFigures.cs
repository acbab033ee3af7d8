using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of the data itself: what was read, and what became of it.</summary>
static class DataFigures
{
    internal static IEnumerable<Figure> All(Study study, ProfileColumns columns)
    {
        if (study.Ledger() is { Rows: > 0 } ledger)
        {
            yield return Waterfall(
                ledger,
                "rows",
                "lines",
                NumberFormat.Count,
                ledger.Numbers("rows_removed")
            );
            yield return LedgerTable(ledger);
        }

        yield return Distributions(study, columns);
        yield return Columns(columns);
        yield return Revenue(columns);
    }

    static WaterfallFigure Waterfall(
        Table ledger,
        string slug,
        string unit,
        NumberFormat format,
        double[] removed
    )
    {
        var start = ledger.Numbers("rows_before")[0];
        var end = ledger.Numbers("rows_after")[^1];
        var most = Array.IndexOf(removed, removed.Max());
        return new(
            $"ledger_{slug}",
            removed[most] <= 0
                ? $"All {Numbers.Count(start)} {unit} count as sales"
                : $"{Numbers.Share(end / start)} of {Numbers.Count(start)} {unit} count as sales; {Numbers.Count(removed[most])} went by the rule {SegmentFigures.Words(ledger.Texts("rule")[most])}",
            "What each cleaning rule took out, in order.",
            unit,
            format,
            new("read", start),
            [.. ledger.Texts("rule").Select((rule, i) => new Bar(SegmentFigures.Words(rule), -removed[i]))],
            new("kept", end)
        );
    }

    static TableFigure LedgerTable(Table ledger) =>
        new(
            "ledger",
            "The ledger: every line is accounted for",
            "Each rule with its reason, the lines before and after it, and the amount that it took out.",
            [
                TableColumn.Of("Rule", [.. ledger.Texts("rule").Select(SegmentFigures.Words)]),
                TableColumn.Of("Why", ledger.Texts("reason")),
                TableColumn.Of("Before", NumberFormat.Count, ledger.Numbers("rows_before")),
                TableColumn.Of("Removed", NumberFormat.Count, ledger.Numbers("rows_removed")),
                TableColumn.Of("Changed", NumberFormat.Count, ledger.Numbers("rows_changed")),
                TableColumn.Of("After", NumberFormat.Count, ledger.Numbers("rows_after")),
                TableColumn.Of("Amount removed", NumberFormat.Money, ledger.Numbers("amount_removed")),
                TableColumn.Of("Customers after", NumberFormat.Count, ledger.Numbers("customers_after")),
            ]
        );

    static BoxFigure Distributions(Study study, ProfileColumns columns)
    {
        var boxes = columns
            .Rows.Where(c => c.Moments is { Count: > 0 })
            .Select(c => BoxOf(c.Header, study.Features(RawProfile.ValuesOf(c.Name))))
            .Append(BoxOf("line amount", study.Features(RawProfile.Amounts)))
            .ToList();
        var widest = columns.Rows.Where(c => c.Moments != null).MaxBy(c => Math.Abs(c.Moments!.Skewness));
        return new(
            "distributions",
            widest == null
                ? "How the numbers of the file are spread"
                : $"{widest.Header} is the most skewed column: {Numbers.Exact(widest.Moments!.Min)} to {Numbers.Exact(widest.Moments.Max)}",
            "Number columns of the file before cleaning, on an axis in powers of ten; values of 0 or less lie at its foot.",
            "value",
            NumberFormat.Number,
            Logarithmic: true,
            boxes
        );
    }

    static Box BoxOf(string label, Table counted)
    {
        var moments = ProfileColumns.MomentsOf(counted);
        var reach = 1.5 * (moments.Q3 - moments.Q1);
        var values = counted.Numbers("value");
        return new Box(
            label,
            values.First(v => v >= moments.Q1 - reach),
            moments.Q1,
            moments.Median,
            moments.Q3,
            values.Last(v => v <= moments.Q3 + reach),
            moments.Min,
            moments.Max,
            moments.Mean
        );
    }

    static TableFigure Columns(ProfileColumns columns)
    {
        var gappiest = columns.Rows.MaxBy(c => c.Missing / c.Count)!;
        return new(
            "columns",
            gappiest.Missing == 0
                ? "No column has gaps"
                : $"{gappiest.Header} is missing in {Numbers.Share(gappiest.Missing / gappiest.Count)} of rows",
            "The columns of the file before cleaning.",
            [
                TableColumn.Of("Column", [.. columns.Rows.Select(c => c.Header)]),
                TableColumn.Of("Type", [.. columns.Rows.Select(c => c.Type)]),
                TableColumn.Of("Missing", NumberFormat.Share, Of(columns, c => c.Missing / c.Count)),
                TableColumn.Of("Distinct", NumberFormat.Count, Of(columns, c => c.Distinct)),
                TableColumn.Of("Least", [.. columns.Rows.Select(c => Numbers.Label(c.Least))]),
                TableColumn.Of("Greatest", [.. columns.Rows.Select(c => Numbers.Label(c.Greatest))]),
                TableColumn.Of(
                    "Median",
                    NumberFormat.Number,
                    Of(columns, c => c.Moments?.Median ?? double.NaN)
                ),
                TableColumn.Of(
                    "Skewness",
                    NumberFormat.Number,
                    Of(columns, c => c.Moments?.Skewness ?? double.NaN)
                ),
            ]
        );
    }

    static TableFigure Revenue(ProfileColumns columns)
    {
        var telling = columns.Rows.Where(c => c.Moments == null).MaxBy(c => c.TopRevenueShare)!;
        return new(
            "column_revenue",
            $"{telling.Header} {Numbers.Label(telling.TopByRevenue)} alone stands for {Numbers.Share(telling.TopRevenueShare)} of the file's amount",
            "What revenue hangs on each column of the file before cleaning. The last number is the share of the variance of line amounts that lies between the column's values.",
            [
                TableColumn.Of("Column", [.. columns.Rows.Select(c => c.Header)]),
                TableColumn.Of(
                    "Most revenue by",
                    [.. columns.Rows.Select(c => Numbers.Label(c.TopByRevenue))]
                ),
                TableColumn.Of("Its share", NumberFormat.Share, Of(columns, c => c.TopRevenueShare)),
                TableColumn.Of(
                    "Share without a value",
                    NumberFormat.Share,
                    Of(columns, c => c.MissingRevenueShare)
                ),
                TableColumn.Of("Explains", NumberFormat.Share, Of(columns, c => c.Explained)),
            ]
        );
    }

    static double[] Of(ProfileColumns columns, Func<ProfileColumn, double> value) =>
        [.. columns.Rows.Select(value)];
}
