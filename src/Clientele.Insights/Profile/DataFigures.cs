using System.Globalization;
using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of the data itself: what was read, and what became of it.</summary>
sealed class DataFigures(NumberText numbers)
{
    /// <summary>Said where the ledger counts lines that no answer knows of; else empty.</summary>
    string _later = "";

    internal IEnumerable<Figure> All(Study study, ProfileColumns columns)
    {
        if (study.Ledger() is { Rows: > 0 } ledger)
        {
            var before = columns.Rows.Select(c => c.Count).FirstOrDefault();
            _later =
                ledger.Numbers("rows_before")[0] > before
                    ? $", those from {numbers.Dates.Day(DateOnly.FromDateTime(study.Moment.AsOf))} on included"
                    : "";
            yield return Waterfall(ledger);
            yield return LedgerTable(ledger);
        }

        yield return Distributions(study, columns);
        yield return Columns(columns);
        yield return Revenue(columns);
    }

    WaterfallFigure Waterfall(Table ledger)
    {
        var rules = ledger.Texts("rule");
        var removed = ledger.Numbers("rows_removed");
        var start = ledger.Numbers("rows_before")[0];
        return new(
            "ledger_rows",
            Kept(start, ledger.Numbers("rows_after")[^1], [.. rules.Zip(removed)]),
            $"What each cleaning rule took out, in order{_later}.",
            "lines",
            NumberFormat.Count,
            new("read", start),
            [.. rules.Select((rule, i) => new Bar(Words.Of(rule), -removed[i]))],
            new("kept", ledger.Numbers("rows_after")[^1])
        );
    }

    /// <summary>How many lines count, and which rule took most of the others.</summary>
    string Kept(double read, double kept, IReadOnlyList<(string Rule, double Removed)> rules)
    {
        if (kept == read)
        {
            return read == 1
                ? $"The only line counts as a sale{_later}"
                : $"All {numbers.Count(read)} lines count as sales{_later}";
        }

        var most = rules.MaxBy(r => r.Removed);
        return $"{numbers.Count(kept)} of {numbers.Of(read, "line")} ({numbers.Share(kept / read)}) "
            + $"{Words.For(kept, "counts as a sale", "count as sales")}{_later}; the rule “{Words.Of(most.Rule)}” took out "
            + (most.Removed == read - kept ? "the rest" : $"the most, {numbers.Count(most.Removed)}");
    }

    TableFigure LedgerTable(Table ledger) =>
        new(
            "ledger",
            "The ledger: every line is accounted for",
            $"Each rule of the cleaning with its reason, the lines before and after it{_later}, and the amount that it took out.",
            [
                TableColumn.Of("Rule", [.. ledger.Texts("rule").Select(Words.Of)]),
                TableColumn.Of("Why", ledger.Texts("reason")),
                TableColumn.Of("Lines before", NumberFormat.Count, ledger.Numbers("rows_before")),
                TableColumn.Of("Lines removed", NumberFormat.Count, ledger.Numbers("rows_removed")),
                TableColumn.Of("Lines changed", NumberFormat.Count, ledger.Numbers("rows_changed")),
                TableColumn.Of("Lines after", NumberFormat.Count, ledger.Numbers("rows_after")),
                TableColumn.Of("Amount removed", NumberFormat.Money, ledger.Numbers("amount_removed")),
                TableColumn.Of("Customers after", NumberFormat.Count, ledger.Numbers("customers_after")),
            ]
        );

    BoxFigure Distributions(Study study, ProfileColumns columns)
    {
        var boxes = columns
            .Rows.Where(c => c.Moments is { Count: > 0 })
            .Select(c => BoxOf(c.Header, study.Features(RawProfile.ValuesOf(c.Name))))
            .Append(BoxOf("line amount", study.Features(RawProfile.Amounts)))
            .ToList();
        return new(
            "distributions",
            Uneven([.. columns.Rows.Where(c => c.Moments is { Count: > 0 })]),
            "Number columns of the file before cleaning, on an axis in powers of ten to both sides of 0. "
                + $"For each, {Boxes.Meaning(numbers)}",
            "value",
            NumberFormat.Number,
            Logarithmic: true,
            boxes
        );
    }

    /// <summary>The column whose values lie least evenly about their middle.</summary>
    string Uneven(IReadOnlyList<ProfileColumn> columns)
    {
        var varied = columns.Where(c => c.Moments!.Max > c.Moments.Min).ToList();
        if (varied.Count == 0)
        {
            return "Every number column of the file has one value only";
        }

        var uneven = varied
            .Where(c => Math.Abs(c.Moments!.Skewness) > 0)
            .MaxBy(c => Math.Abs(c.Moments!.Skewness));
        if (uneven?.Moments is not { } m)
        {
            return "How the numbers of the file are spread";
        }

        return $"{uneven.Header} is spread least evenly: from {numbers.Number(m.Min)} to {numbers.Number(m.Max)}, the middle half of its values "
            + (
                m.Q1 == m.Q3
                    ? $"at {numbers.Number(m.Q1)}"
                    : $"between {numbers.Number(m.Q1)} and {numbers.Number(m.Q3)}"
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

    TableFigure Columns(ProfileColumns columns)
    {
        var rows = columns.Rows;
        TableColumn Moment(string name, Func<Moments, double> value) =>
            TableColumn.Of(
                name,
                NumberFormat.Number,
                Of(columns, c => c.Moments is { } m ? value(m) : double.NaN)
            );
        return new(
            "columns",
            Gaps(rows.MaxBy(c => c.Missing / c.Count)!),
            "The columns of the file before cleaning. Median: half of the values lie below it. "
                + "Skewness: 0 is even; far above 0, a few values are much greater than the others; below 0, much less.",
            [
                TableColumn.Of("Column", [.. rows.Select(c => c.Header)]),
                TableColumn.Of("Type", [.. rows.Select(c => c.Type)]),
                TableColumn.Of("Missing", NumberFormat.Share, Of(columns, c => c.Missing / c.Count)),
                TableColumn.Of("Different values", NumberFormat.Count, Of(columns, c => c.Distinct)),
                TableColumn.Of("Least", [.. rows.Select(c => ValueOf(c, c.Least))]),
                TableColumn.Of("Greatest", [.. rows.Select(c => ValueOf(c, c.Greatest))]),
                Moment("Median", m => m.Median),
                Moment("Skewness", m => m.Skewness),
            ]
        );
    }

    string Gaps(ProfileColumn gappiest) =>
        gappiest.Missing == 0 ? "No column has gaps"
        : gappiest.Missing == gappiest.Count ? $"{gappiest.Header} is empty in every row"
        : $"{gappiest.Header} is missing in {numbers.Share(gappiest.Missing / gappiest.Count)} of rows";

    TableFigure Revenue(ProfileColumns columns)
    {
        var rows = columns.Rows;
        TableColumn Share(string name, Func<ProfileColumn, double> value) =>
            TableColumn.Of(name, NumberFormat.Share, Of(columns, value));
        return new(
            "column_revenue",
            Telling(columns),
            "What revenue hangs on each column of the file before cleaning; shares are of all its amounts. Differences explained: how much "
                + "of the differences between the amounts of lines goes with the column's values, from none to all. "
                + "A column in which nearly every line has its own value, such as a number of the order, explains much and says little.",
            [
                TableColumn.Of("Column", [.. rows.Select(c => c.Header)]),
                TableColumn.Of("Value with most revenue", [.. rows.Select(c => ValueOf(c, c.TopByRevenue))]),
                Share("Its share", c => c.TopRevenueShare),
                Share("Share without a value", c => c.MissingRevenueShare),
                Share("Differences explained", c => c.Explained),
            ]
        );
    }

    /// <summary>The value that brings most, and at least half as much again as if all values of its column brought the same.</summary>
    string Telling(ProfileColumns columns)
    {
        var column = columns
            .Rows.Where(c =>
                c.Type == "text" && c.TopRevenueShare is > 0 and <= 1 && c.TopRevenueShare * c.Distinct > 1.5
            )
            .MaxBy(c => c.TopRevenueShare);
        return column == null
            ? "No value of a column stands out by its revenue"
            : $"Lines whose {column.Header} is {Words.Label(column.TopByRevenue)} make up {numbers.Share(column.TopRevenueShare)} of all amounts in the file";
    }

    /// <summary>A value of a column as people read it: numbers in the shop's style.</summary>
    string ValueOf(ProfileColumn column, string value) =>
        column.Moments != null && double.TryParse(value, CultureInfo.InvariantCulture, out var number)
            ? numbers.Number(number)
            : Words.Label(value);

    static double[] Of(ProfileColumns columns, Func<ProfileColumn, double> value) =>
        [.. columns.Rows.Select(value)];
}
