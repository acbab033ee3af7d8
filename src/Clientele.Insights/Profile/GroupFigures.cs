using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of who the customers are.</summary>
sealed class GroupFigures(NumberText numbers)
{
    const int MostBars = 12;

    /// <summary>Among many groups, a best one with less than this does not stand out.</summary>
    const double Little = 0.05;

    /// <summary>A box of fewer customers is chance.</summary>
    const int FewestOfBox = 20;
    const int MostBoxes = 8;

    /// <summary>Groups as people say them: one, and many.</summary>
    static readonly Dictionary<string, (string One, string Many)> Nouns = new(StringComparer.Ordinal)
    {
        ["state"] = ("state", "states"),
        ["zip"] = ("postcode", "postcodes"),
        ["age_class"] = ("age class", "age classes"),
        ["sex"] = ("sex", "sexes"),
        ["traffic_source"] = ("traffic source", "traffic sources"),
        ["account_manager"] = ("account manager", "account managers"),
    };

    internal IEnumerable<Figure> All(Study study, IReadOnlyList<CustomerGroups> ways)
    {
        foreach (var way in ways)
        {
            yield return way.Column == "registration_month" ? Registrations(way) : Shares(way);
        }

        if (!study.IsUndated)
        {
            var customers = study.Customers;
            (string Of, string[] Labels)[] boxes =
            [
                ("country", customers.Texts("country")),
                ("sex", customers.Texts("sex")),
                ("age", Ages.Of(customers, study.Moment.AsOf.Year)),
            ];
            foreach (var figure in boxes.Select(b => Recency(b.Of, b.Labels, customers)).OfType<Figure>())
            {
                yield return figure;
            }
        }
    }

    /// <summary>Share of revenue, or of customers where nobody knows revenue.</summary>
    BarFigure Shares(CustomerGroups way)
    {
        var isOfRevenue = way.Revenue > 0;
        var of = isOfRevenue ? "the customers' revenue" : "customers";
        double Share(CustomerGroup g) => isOfRevenue ? way.ShareOf(g) : (double)g.Customers / way.Customers;
        var groups = way.Groups.OrderByDescending(Share).ToList();
        var bars = groups.Take(MostBars);
        if (way.Column == "age_class")
        {
            bars = groups.OrderBy(g => g.Label.Length == 0).ThenBy(g => g.Label, StringComparer.Ordinal);
        }

        var (one, many) = Nouns[way.Column];
        return new(
            way.Table["profile_".Length..],
            Title(way, [.. groups.Where(g => g.Label.Length > 0)], Share, of),
            $"Share of {of} by {one}"
                + (
                    groups.Count > MostBars && way.Column != "age_class"
                        ? $", the {MostBars} largest of {numbers.Count(groups.Count)} {many}."
                        : "."
                ),
            $"share of {of}",
            NumberFormat.Share,
            [.. bars.Select(g => new Bar(Named(way.Column, g), Share(g)))]
        );
    }

    string Title(CustomerGroups way, List<CustomerGroup> known, Func<CustomerGroup, double> share, string of)
    {
        var (one, many) = Nouns[way.Column];
        var best = known[0];
        if (known.Count > MostBars && share(best) < Little)
        {
            return $"No {one} stands out: the best {MostBars} of {numbers.Count(known.Count)} {many} hold {numbers.Share(known.Take(MostBars).Sum(share))} of {of}";
        }

        var unknown = way.Groups.Where(g => g.Label.Length == 0).Sum(share);
        var told = unknown > share(best) ? $"; of {numbers.Share(unknown)} no {one} is known" : "";
        var (who, customers) = (Who(way.Column, best.Label), (double)best.Customers / way.Customers);
        return known.Count > 1 && share(best) == share(known[1])
                ? $"No {one} holds more than {Named(way.Column, best)}: {numbers.Share(share(best))} of {of}{told}"
            : of == "customers"
                ? $"{who} are {numbers.Share(customers)} of all, more than of any other {one}{told}"
            : $"{who} bring {numbers.Share(share(best))} of {of} and are {numbers.Share(customers)} of all customers{told}";
    }

    /// <summary>The customers of a group, as the beginning of a sentence.</summary>
    static string Who(string column, string label) =>
        (column, label) switch
        {
            ("sex", "F") => "Women",
            ("sex", "M") => "Men",
            ("sex", _) => $"Customers of sex {Words.Label(label)}",
            ("age" or "age_class", _) => $"Customers aged {label}",
            ("account_manager", _) => $"Customers of {Words.Label(label)}",
            ("traffic_source", _) => $"Customers from {Words.Label(label)}",
            ("zip", _) => $"Customers of postcode {Words.Label(label)}",
            _ => $"Customers in {Words.Label(label)}",
        };

    static string Named(string column, CustomerGroup group) => Named(column, group.Label);

    static string Named(string column, string label) =>
        (column, label) switch
        {
            (_, "") => "not known",
            ("sex", "F") => "women",
            ("sex", "M") => "men",
            _ => Words.Label(label),
        };

    LineFigure Registrations(CustomerGroups way)
    {
        var known = way.Known.ToDictionary(g => DateText.Read(g.Label) ?? default, g => (double)g.Customers);
        var (first, last) = (known.Keys.Min(), known.Keys.Max());
        var months = Enumerable
            .Range(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1)
            .Select(first.AddMonths)
            .ToList();
        var counts = months.Select(m => known.GetValueOrDefault(m)).ToList();
        var best = Leader.Of(counts);
        var (month, count) = (numbers.Dates.Month(months[best.At]), numbers.Of(counts[best.At], "customer"));
        return new(
            "registration_month",
            months.Count == 1 ? $"All customers registered in {month}"
                : best.Shared ? $"In no month did more customers register than in {month}: {count}"
                : $"Most customers registered in {month}: {count}",
            "Customers by the month of their registration. Who registered and has not ordered is not among them.",
            "month of registration",
            "customers",
            NumberFormat.Count,
            [.. months.Select(m => m.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture))],
            [new("customers", counts)]
        );
    }

    /// <summary>Days since the last order, a box a group; null unless there are two groups to compare.</summary>
    BoxFigure? Recency(string of, string[] labels, Table customers)
    {
        var days = customers.Numbers("days_since_last");
        var groups = Enumerable
            .Range(0, labels.Length)
            .Where(i => labels[i].Length > 0)
            .GroupBy(i => labels[i])
            .Where(g => g.Count() >= FewestOfBox)
            .OrderByDescending(g => of == "age" ? 0 : g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostBoxes)
            .ToList();
        if (groups.Count < 2)
        {
            return null;
        }

        var boxes = groups.ConvertAll(g => Boxes.Of(Named(of, g.Key), g.Select(i => days[i])));
        var (near, far) = (boxes.MinBy(b => b.Median)!, boxes.MaxBy(b => b.Median)!);
        var who = Who(of, groups[boxes.IndexOf(near)].Key);
        return new(
            $"recency_{of}",
            near.Median == far.Median
                ? $"Half of the customers ordered within {numbers.Of(near.Median, "day")}, whatever their {of}"
                : $"{who} ordered most recently: half of them within {numbers.Of(near.Median, "day")}; {far.Label}: within {numbers.Of(far.Median, "day")}",
            $"Days since the last order by {of}, groups of {FewestOfBox} customers or more"
                + (groups.Count == MostBoxes && of != "age" ? $", the {MostBoxes} largest" : "")
                + $": {Boxes.Meaning(numbers)}",
            "days since the last order",
            NumberFormat.Days,
            Logarithmic: false,
            boxes
        );
    }
}
