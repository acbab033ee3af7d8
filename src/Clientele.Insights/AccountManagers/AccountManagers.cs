namespace Clientele.Insights;

/// <summary>Who looks after whom, and what do they buy?</summary>
public sealed class AccountManagers : IQuestion
{
    /// <summary>Result tables, in the order in which they are saved.</summary>
    internal static readonly string[] Tables =
    [
        "account_manager_network",
        "account_manager_segments",
        "account_manager_kinds",
    ];

    /// <inheritdoc/>
    public string Slug => "account_managers";

    /// <inheritdoc/>
    public string Question => "Who looks after which customers, and what do these buy that others do not?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        var book = ManagedCustomers.Of(study);
        var (segments, kinds) = (ManagedShares.OfSegments(book), ManagedShares.OfKinds(book));
        study.Save(book.NetworkTable());
        study.Save(ManagedShares.Table("account_manager_segments", "segment", segments));
        study.Save(ManagedShares.Table("account_manager_kinds", "kind", kinds));
        var numbers = study.Numbers;
        return new Insight(
            Slug,
            Question,
            Sentence(book, segments, kinds, numbers),
            [
                new("Customers looked after", book.Ids.Length, NumberFormat.Count),
                new("Account managers", book.ManagerNames.Length, NumberFormat.Count),
                new("Cohorts", book.CohortNames.Length, NumberFormat.Count),
            ],
            [.. new ManagedFigures(book, segments, kinds, numbers).All()],
            [.. Caveats(book, numbers)],
            Tables
        );
    }

    static string Sentence(
        ManagedCustomers book,
        IReadOnlyList<ManagedShare> segments,
        IReadOnlyList<ManagedShare> kinds,
        NumberText numbers
    )
    {
        var whole =
            $"{numbers.Of(book.ManagerNames.Length, "account manager")} {Words.For(book.ManagerNames.Length, "looks", "look")} after {numbers.Of(book.Ids.Length, "customer")}";
        var said = new List<string>();
        if (segments.Where(s => s.Believed).MaxBy(s => s.Difference) is { } segment)
        {
            said.Add(
                $"{numbers.Share(segment.Share)} of the customers of {Words.Label(segment.Group)} are {Words.Label(segment.Of)}, of the others {numbers.Share(segment.Rest)}"
            );
        }

        if (kinds.Where(k => k.Believed).MaxBy(k => k.Difference) is { } kind)
        {
            said.Add(
                $"{numbers.Share(kind.Share)} of the customers of {Words.Label(kind.Group)} buy {Words.Label(kind.Of)}, of the others {numbers.Share(kind.Rest)}"
            );
        }

        return said.Count == 0
            ? $"{whole}; no manager's customers differ from the others more than chance would have it."
            : $"{whole}; {string.Join("; ", said)}.";
    }

    static IEnumerable<string> Caveats(ManagedCustomers book, NumberText numbers)
    {
        yield return $"Segments are {book.SegmentsFrom}.";
        yield return $"The others are all customers whom somebody else looks after. More than chance: among all that are called so, {numbers.Share(ManagedShare.Most)} are to be chance (Fisher's exact test, Benjamini and Hochberg).";
        yield return "Managers are given customers for reasons: that theirs buy something more says nothing of what the manager did.";
    }
}
