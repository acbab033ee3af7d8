using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Of a manager's or a cohort's customers the share that is of a segment or buys a kind, beside that of the others.</summary>
/// <param name="Level">cohort or account_manager.</param>
/// <param name="Group">Its name.</param>
/// <param name="Of">The segment or kind.</param>
/// <param name="Found">Customers of the group with it.</param>
/// <param name="Customers">Customers of the group.</param>
/// <param name="FoundElsewhere">Others with it.</param>
/// <param name="Others">Customers of all other groups.</param>
/// <param name="PValue">Chance of so many or more, if who looks after them did not matter: Fisher's exact test.</param>
/// <param name="QValue">Share of false discoveries among those as sure.</param>
sealed record ManagedShare(
    string Level,
    string Group,
    string Of,
    int Found,
    int Customers,
    int FoundElsewhere,
    int Others,
    double PValue,
    double QValue
)
{
    /// <summary>Of so many of 100 may be chance what is believed.</summary>
    internal const double Most = 0.05;

    /// <summary>Share of the group's revenue that is of the kind; NaN of segments, and where nothing was paid.</summary>
    internal double RevenueShare { get; init; }

    /// <summary>The same of the others.</summary>
    internal double RestRevenueShare { get; init; }

    internal double Share => (double)Found / Customers;

    internal double Rest => (double)FoundElsewhere / Others;

    internal double Difference => Share - Rest;

    internal bool Believed => QValue <= Most && Difference > 0;

    /// <summary>The middle 90 % of the difference. Source: Newcombe (1998), method 10: from Wilson's ranges of both shares.</summary>
    internal (double Low, double High) Range => SharesApart.Range(Found, Customers, FoundElsewhere, Others);
}

/// <summary>Shares of groups beside those of the others.</summary>
static class ManagedShares
{
    internal static IReadOnlyList<ManagedShare> OfSegments(ManagedCustomers book) =>
        Of(
            book,
            book.SegmentNames,
            [.. book.Segments.Select(segment => ((int, double)[])[(segment, double.NaN)])]
        );

    internal static IReadOnlyList<ManagedShare> OfKinds(ManagedCustomers book) =>
        Of(book, book.KindNames, book.Kinds);

    static List<ManagedShare> Of(ManagedCustomers book, string[] names, (int, double)[][] held)
    {
        var shares = Level(book, "cohort", (book.CohortNames, book.Cohorts), (names, held)).ToList();
        // Where a cohort is a manager, once is enough.
        if (!book.CohortNames.SequenceEqual(book.ManagerNames))
        {
            shares.AddRange(
                Level(book, "account_manager", (book.ManagerNames, book.Managers), (names, held))
            );
        }

        return shares;
    }

    static IEnumerable<ManagedShare> Level(
        ManagedCustomers book,
        string level,
        (string[] Names, int[] Of) groups,
        (string[] Names, (int Number, double Revenue)[][] Held) things
    )
    {
        var (all, sizes) = (new int[things.Names.Length], new int[groups.Names.Length]);
        var found = groups.Names.Select(_ => new int[things.Names.Length]).ToArray();
        var paid = groups.Names.Select(_ => new double[things.Names.Length]).ToArray();
        for (var customer = 0; customer < book.Ids.Length; customer++)
        {
            sizes[groups.Of[customer]]++;
            foreach (var (thing, revenue) in things.Held[customer])
            {
                paid[groups.Of[customer]][thing] += revenue;
                all[thing]++;
                found[groups.Of[customer]][thing]++;
            }
        }

        double[] ofGroups = [.. paid.Select(p => p.Sum())];
        double[] ofThings = [.. things.Names.Select((_, i) => paid.Sum(p => p[i]))];
        var whole = ofGroups.Sum();
        var rows = groups
            .Names.SelectMany(
                (name, group) =>
                    things.Names.Select(
                        (thing, i) =>
                            new ManagedShare(
                                level,
                                name,
                                thing,
                                found[group][i],
                                sizes[group],
                                all[i] - found[group][i],
                                book.Ids.Length - sizes[group],
                                SharesApart.PValue(found[group][i], book.Ids.Length, sizes[group], all[i]),
                                1
                            )
                            {
                                RevenueShare = paid[group][i] / ofGroups[group],
                                RestRevenueShare = (ofThings[i] - paid[group][i]) / (whole - ofGroups[group]),
                            }
                    )
            )
            .Where(share => share.Others > 0)
            .ToList();
        var q = SharesApart.QValues([.. rows.Select(r => r.PValue)]);
        return rows.Select((row, i) => row with { QValue = q[i] });
    }

    internal static Table Table(string name, string of, IReadOnlyList<ManagedShare> shares)
    {
        var columns = new List<Column>
        {
            TableBuilding.Text("level", shares.Select(s => s.Level)),
            TableBuilding.Text("group_name", shares.Select(s => s.Group)),
            TableBuilding.Text(of, shares.Select(s => s.Of)),
            TableBuilding.Whole("customers", shares.Select(s => s.Found)),
            TableBuilding.Whole("group_customers", shares.Select(s => s.Customers)),
            TableBuilding.Number("share", shares.Select(s => s.Share)),
            TableBuilding.Number("rest_share", shares.Select(s => s.Rest)),
            TableBuilding.Number("difference", shares.Select(s => s.Difference)),
            TableBuilding.Number("difference_low", shares.Select(s => s.Range.Low)),
            TableBuilding.Number("difference_high", shares.Select(s => s.Range.High)),
            TableBuilding.Number("p_value", shares.Select(s => s.PValue)),
            TableBuilding.Number("q_value", shares.Select(s => s.QValue)),
        };
        if (of == "kind")
        {
            columns.Add(TableBuilding.Number("revenue_share", shares.Select(s => s.RevenueShare)));
            columns.Add(TableBuilding.Number("rest_revenue_share", shares.Select(s => s.RestRevenueShare)));
        }

        return new(name, columns);
    }
}
