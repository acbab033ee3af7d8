using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of the lists that a recommender makes.</summary>
public sealed record ListOptions
{
    /// <summary>Items of a list.</summary>
    [Range(1, 10_000)]
    public int Top { get; init; } = 10;

    /// <summary>Whether what a user already has may be recommended again.</summary>
    public bool AllowRepeats { get; init; } = true;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}

/// <summary>Makes lists of recommendations for the users of a table.</summary>
/// <typeparam name="T">Settings of the recommender.</typeparam>
/// <param name="name">On the command line.</param>
/// <param name="description">What it does.</param>
/// <param name="recommender">With settings.</param>
sealed class RecommenderTable<T>(string name, string description, Func<T, IRecommender> recommender)
    : ITableModel
    where T : notnull, new()
{
    const string Columns = "columns user, item, and the numbers weight, day and segment if they are there";

    public string Name => name;

    public string Description => $"{description} ({Columns}; of a table basket, item each basket is a user).";

    public IReadOnlyList<Setting> Settings { get; } =
    [.. Models.Settings.Names(new ListOptions(), new T()).DistinctBy(s => s.Name)];

    public TableKeys Keys { get; } =
        new(
            [
                [.. BasketColumns.CustomerNames, .. BasketColumns.BasketNames],
                BasketColumns.ItemNames,
            ],
            ["weight", "day", "segment"]
        );

    public void Check(IReadOnlyDictionary<string, string> settings) =>
        Models.Settings.Bind(settings, [new ListOptions(), new T()]);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (lists, options) = (new ListOptions(), new T());
        TableModels.Bind(settings, seed, threads, lists, options);
        var (users, items) = (KeyCodes.Of(table.Keys[0]), KeyCodes.Of(table.Keys[1]));
        var log = PurchaseColumns.Log(table, users, items);
        var learned = recommender(options).Fit(log, cancel);
        var found = RecommendationLists.Of(
            learned,
            log,
            [.. Enumerable.Range(0, log.Customers)],
            lists.Top,
            new() { AllowRepeats = lists.AllowRepeats },
            lists.Threads,
            cancel
        );
        return new TableFit(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["parameters"] = Models.Settings.Written(lists, options),
                ["users"] = log.Customers,
                ["items"] = log.ItemCount,
                ["pairs"] = log.Sums.Entries,
                ["users_with_a_list"] = found.Count(list => list.Length > 0),
            },
            []
        )
        {
            Tables = [Table(found, users, items, (user, item) => learned.Because(log, user, item))],
        };
    }

    static FitTable Table(
        Recommendation[][] lists,
        KeyCodes users,
        KeyCodes items,
        Func<int, int, int> because
    )
    {
        var rows = lists.SelectMany((list, user) => list.Select((r, place) => (user, place, r))).ToList();
        return new(
            "recommendations",
            [
                FitColumn.Text("user", rows.Select(row => users.Words[row.user])),
                FitColumn.Number("rank", rows.Select(row => row.place + 1)),
                FitColumn.Text("item", rows.Select(row => items.Words[row.r.Item])),
                FitColumn.Number("score", rows.Select(row => (double)row.r.Score)),
                FitColumn.Text(
                    "because",
                    rows.Select(row =>
                        because(row.user, row.r.Item) is var item and >= 0 ? items.Words[item] : ""
                    )
                ),
            ]
        );
    }
}

/// <summary>What users bought, as columns of a table.</summary>
static class PurchaseColumns
{
    const int Weight = 0;
    const int Day = 1;
    const int Segment = 2;

    internal static PurchaseLog Log(NamedMatrix table, KeyCodes users, KeyCodes items)
    {
        var weights = new float[users.Codes.Length];
        var segments = new int[users.Words.Length];
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = (float)WeightColumn.Of(table, row, Weight);
            if (table.Values[row][Segment] is var segment && !double.IsNaN(segment))
            {
                segments[users.Codes[row]] =
                    segment is >= 0 and <= 1_000_000 && segment == Math.Floor(segment)
                        ? (int)segment
                        : throw new TableRowException(
                            row,
                            "segment",
                            FormattableString.Invariant(
                                $"{segment} is no segment: number them 0, 1, 2 and so on."
                            )
                        );
            }
        }

        return PurchaseLog
            .Of(users.Codes, items.Codes, Days(table), weights, users.Words.Length, items.Words.Length)
            .Segmented(segments);
    }

    /// <summary>Ranks of the days: lines of a user and a day are a basket. Empty without days.</summary>
    static int[] Days(NamedMatrix table)
    {
        var days = table.Values.Column(Day);
        if (double.IsNaN(days[0]))
        {
            return [];
        }

        double[] sorted = [.. days.Distinct().Order()];
        return [.. days.Select(day => Array.BinarySearch(sorted, day))];
    }
}
