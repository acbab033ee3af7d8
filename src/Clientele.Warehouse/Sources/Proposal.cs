using System.Text.RegularExpressions;

namespace Clientele.Warehouse;

/// <summary>Which header may be meant by which field, where none is known for sure: told in a refusal, never taken.</summary>
static partial class Proposal
{
    /// <summary>Less of the words in common is chance.</summary>
    const double Alike = 0.5;

    /// <summary>Words that say nothing of what a column holds.</summary>
    static readonly string[] Fillers = ["no", "nr", "num", "number", "id", "code", "nummer", "the", "of"];

    /// <summary>Field to header: by the words of the headers, then, for what an order cannot be without, by what stands in the columns.</summary>
    /// <remarks>Columns and fields that are taken are left out.</remarks>
    internal static IReadOnlyList<(string Field, string Header)> Of(
        IReadOnlyList<MappedColumn> columns,
        IReadOnlyList<ColumnLook> looks
    )
    {
        var proposed = ByWords(columns);
        var shown = columns.Zip(looks).ToList();
        Add(proposed, shown, "ordered_at", c => c.AreTimes);
        if (columns.All(c => c.Field != "line_total") && proposed.TrueForAll(p => p.Field != "line_total"))
        {
            Add(proposed, shown, "unit_price", c => c.HaveDecimals);
        }

        Add(proposed, shown, "order_id", c => !c.AreTimes && !c.HaveDecimals);
        return proposed;
    }

    /// <summary>Adds the first free column that fits, if nothing fills the field yet.</summary>
    static void Add(
        List<(string Field, string Header)> proposed,
        List<(MappedColumn Column, ColumnLook Look)> shown,
        string field,
        Predicate<ColumnLook> fits
    )
    {
        if (shown.Exists(c => c.Column.Field == field) || proposed.Exists(p => p.Field == field))
        {
            return;
        }

        var place = shown.FindIndex(c =>
            c.Column.Field == null && fits(c.Look) && proposed.TrueForAll(p => p.Header != c.Column.Header)
        );
        if (place >= 0)
        {
            proposed.Add((field, shown[place].Column.Header));
        }
    }

    /// <summary>The surest first.</summary>
    static List<(string Field, string Header)> ByWords(IReadOnlyList<MappedColumn> columns)
    {
        var free = columns.Where(c => c.Field == null).Select(c => c.Header).ToList();
        var open = Fields.All.Where(f => columns.All(c => c.Field != f.Name)).ToList();
        var pairs = open.SelectMany(f => free.Select(h => (f.Name, Header: h, Score: Likeness(h, f))))
            .Where(p => p.Score >= Alike)
            .OrderByDescending(p => p.Score)
            .ToList();
        var proposed = new List<(string Field, string Header)>();
        foreach (var (field, header, _) in pairs)
        {
            if (proposed.TrueForAll(p => p.Field != field && p.Header != header))
            {
                proposed.Add((field, header));
            }
        }

        return proposed;
    }

    /// <summary>Share of the words that a header and the best of a field's names have in common.</summary>
    static double Likeness(string header, Field field)
    {
        var words = Words(header);
        return field
            .Aliases.Append(field.Name)
            .Select(Words)
            .Max(name => (double)words.Intersect(name).Count() / Math.Max(1, words.Union(name).Count()));
    }

    static HashSet<string> Words(string text) =>
        [
            .. Word()
                .Matches(text)
                .Select(m => m.Value.ToLowerInvariant())
                .Where(w => !Fillers.Contains(w, StringComparer.Ordinal)),
        ];

    /// <summary>Words of orderDate, order_date and ORDER DATE alike.</summary>
    [GeneratedRegex(@"\p{Lu}?\p{Ll}+|\p{Lu}+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
