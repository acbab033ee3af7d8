using System.Globalization;
using Clientele.Insights;

namespace Clientele.Delivery;

/// <summary>A question with its place in the document.</summary>
/// <param name="Insight">The question and its answer.</param>
/// <param name="Id">Its anchor, unique in the document.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Figures">Its figures in the order in which they are shown.</param>
public sealed record Entry(Insight Insight, string Id, int Number, IReadOnlyList<PlacedFigure> Figures)
{
    const int ShortestSentence = 24;

    /// <summary>The answer up to the end of its first sentence.</summary>
    public string FirstSentence
    {
        get
        {
            var text = Insight.Answer;
            for (var i = ShortestSentence; i + 2 < text.Length; i++)
            {
                // A full stop ends a sentence if a capital follows and no abbreviation stands before it.
                var ends = text[i] is '.' or '!' or '?' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]);
                if (
                    ends
                    && char.IsLetterOrDigit(text[i - 1])
                    && !char.IsUpper(text[i - 2])
                    && text[i - 3] != ' '
                )
                {
                    return text[..(i + 1)];
                }
            }

            return text;
        }
    }

    /// <summary>Gives every question and figure an anchor of its own.</summary>
    public static IReadOnlyList<Entry> All(IReadOnlyList<Insight> insights)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<Entry>();
        foreach (var insight in insights)
        {
            var id = Anchor(insight.Slug, taken);
            var figures = Arrangement
                .Of(insight.Figures)
                .Select(f => new PlacedFigure(
                    f.Figure,
                    Anchor($"{id}-{f.Figure.Slug}", taken),
                    f.Wide,
                    f.Broad
                ));
            entries.Add(new Entry(insight, id, entries.Count + 1, [.. figures]));
        }

        return entries;
    }

    static string Anchor(string slug, HashSet<string> taken)
    {
        var plain = string.Concat(
            slug.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '-')
        );
        plain = plain.Length > 0 && char.IsAsciiLetter(plain[0]) ? plain : "q-" + plain;
        var id = plain;
        for (var i = 2; !taken.Add(id); i++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{plain}-{i}");
        }

        return id;
    }
}

/// <summary>A figure with its place in the document.</summary>
/// <param name="Figure">What is shown.</param>
/// <param name="Id">Its anchor, unique in the document.</param>
/// <param name="Wide">True takes the whole width; false shares a row with another.</param>
/// <param name="Broad">The same on paper.</param>
public sealed record PlacedFigure(Figure Figure, string Id, bool Wide, bool Broad);
