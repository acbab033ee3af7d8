using System.Globalization;
using Clientele.Features;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The columns of the files as they were read: types, gaps, moments, and what revenue hangs on them.</summary>
sealed class ProfileColumns(IReadOnlyList<ProfileColumn> rows)
{
    internal IReadOnlyList<ProfileColumn> Rows { get; } = rows;

    internal static ProfileColumns Of(Study study, CancellationToken cancel)
    {
        var columns = study.Features(RawProfile.Columns);
        var amounts = study.Features(RawProfile.Amounts);
        var all = MomentsOf(amounts);
        var spread = Math.Pow(all.StandardDeviation, 2) * (all.Count - 1);
        var rows = new List<ProfileColumn>();
        for (var c = 0; c < columns.Rows; c++)
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(ProfileColumn.Of(study, columns, c, spread));
        }

        return new ProfileColumns(rows);
    }

    /// <summary>The header that fills a field, or stands in for it: a product without an id goes by its name.</summary>
    internal string HeaderOf(string field) =>
        (Find(field) ?? Find(field == "product_id" ? "product_name" : "customer_email"))?.Header
        ?? Words.Of(field);

    ProfileColumn? Find(string field) => Rows.FirstOrDefault(r => r.Name == field);

    internal static Moments MomentsOf(Table counted) =>
        Moments.OfCounted(counted.Numbers("value"), [.. counted.Numbers("rows").Select(n => (long)n)]);

    internal Table ToTable() =>
        new(
            "profile_columns",
            [
                TableBuilding.Text("column_name", Rows.Select(r => r.Header)),
                TableBuilding.Text("field", Rows.Select(r => r.Name)),
                TableBuilding.Text("type", Rows.Select(r => r.Type)),
                TableBuilding.Whole("rows", Rows.Select(r => r.Count)),
                TableBuilding.Whole("missing", Rows.Select(r => r.Missing)),
                TableBuilding.Number("missing_share", Rows.Select(r => r.Missing / r.Count)),
                TableBuilding.Whole("distinct_values", Rows.Select(r => r.Distinct)),
                TableBuilding.Text("min", Rows.Select(r => r.Least)),
                TableBuilding.Text("max", Rows.Select(r => r.Greatest)),
                TableBuilding.Number("mean", Rows.Select(r => r.Moments?.Mean ?? double.NaN)),
                TableBuilding.Number("median", Rows.Select(r => r.Moments?.Median ?? double.NaN)),
                TableBuilding.Number("sd", Rows.Select(r => r.Moments?.StandardDeviation ?? double.NaN)),
                TableBuilding.Number("skewness", Rows.Select(r => r.Moments?.Skewness ?? double.NaN)),
                TableBuilding.Number("kurtosis", Rows.Select(r => r.Moments?.Kurtosis ?? double.NaN)),
                TableBuilding.Text("most_frequent", Rows.Select(r => r.MostFrequent)),
                TableBuilding.Whole("most_frequent_rows", Rows.Select(r => r.MostFrequentRows)),
                TableBuilding.Whole("inconsistent_values", Rows.Select(r => r.Alike)),
                TableBuilding.Text("inconsistent_example", Rows.Select(r => r.AlikeExample)),
                TableBuilding.Text("top_by_revenue", Rows.Select(r => r.TopByRevenue)),
                TableBuilding.Number("top_revenue_share", Rows.Select(r => r.TopRevenueShare)),
                TableBuilding.Number("missing_revenue_share", Rows.Select(r => r.MissingRevenueShare)),
                TableBuilding.Number("revenue_explained", Rows.Select(r => r.Explained)),
            ]
        );
}

/// <summary>One column of the files.</summary>
sealed record ProfileColumn(string Name, string Header, string Type)
{
    internal double Count { get; private init; }

    internal double Missing { get; private init; }

    internal double Distinct { get; private init; }

    internal string Least { get; private init; } = "";

    internal string Greatest { get; private init; } = "";

    /// <summary>Null for a column of text or time.</summary>
    internal Moments? Moments { get; private init; }

    internal string MostFrequent { get; private init; } = "";

    internal double MostFrequentRows { get; private init; }

    internal double Alike { get; private init; }

    internal string AlikeExample { get; private init; } = "";

    internal string TopByRevenue { get; private init; } = "";

    internal double TopRevenueShare { get; private init; }

    internal double MissingRevenueShare { get; private init; }

    /// <summary>Share of the variance of line amounts between the column's values (η²), 0 to 1.</summary>
    internal double Explained { get; private init; }

    /// <param name="study">The shop.</param>
    /// <param name="columns">As <see cref="RawProfile.Columns"/> says.</param>
    /// <param name="row">The column's row there.</param>
    /// <param name="spread">Sum of squares of all line amounts around their mean.</param>
    internal static ProfileColumn Of(Study study, Table columns, int row, double spread)
    {
        var (name, header) = (columns.Texts("name")[row], columns.Texts("header")[row]);
        var dataType = columns.Texts("data_type")[row];
        var facts = study.Features(
            RawProfile.Of(name, ((FlagColumn)columns["is_coded"]).Values[row] == true)
        );
        var isNumber = dataType.StartsWith("DECIMAL", StringComparison.Ordinal);
        var moments = isNumber ? ProfileColumns.MomentsOf(study.Features(RawProfile.ValuesOf(name))) : null;
        var revenue = facts.Number("revenue");
        var between = facts.Number("between_values") - (revenue * revenue / facts.Number("rows"));
        string Text(string column) => facts.Texts(column)[0];
        string Value(string column) => isNumber ? Trimmed(Text(column)) : Text(column);
        return new ProfileColumn(name, header, TypeName(dataType))
        {
            Count = facts.Number("rows"),
            Missing = facts.Number("missing"),
            Distinct = facts.Number("distinct_values"),
            Least = moments == null ? Text("least") : Written(moments.Min),
            Greatest = moments == null ? Text("greatest") : Written(moments.Max),
            Moments = moments,
            MostFrequent = Value("most_frequent"),
            MostFrequentRows = facts.Number("most_frequent_rows"),
            // Numbers have no case or blanks, and 1.0 is no other way to write 1.
            Alike = isNumber ? 0 : facts.Number("alike"),
            AlikeExample = isNumber ? "" : Text("alike_example"),
            TopByRevenue = Value("top_by_revenue"),
            TopRevenueShare = facts.Number("top_revenue") / revenue,
            MissingRevenueShare = facts.Number("missing_revenue") / revenue,
            Explained = spread > 0 ? Math.Clamp(between / spread, 0, 1) : double.NaN,
        };
    }

    /// <summary>For tables that machines read.</summary>
    static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A decimal as it is stored, without the zeros at its end: 12.000 is 12.</summary>
    static string Trimmed(string number) =>
        number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;

    static string TypeName(string dataType) =>
        dataType switch
        {
            "VARCHAR" => "text",
            "TIMESTAMP" => "time",
            _ => "number",
        };
}
