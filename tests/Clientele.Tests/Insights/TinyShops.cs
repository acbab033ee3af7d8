using Clientele.Insights;

namespace Clientele.Tests;

/// <summary>Shops so small, or so even, that a careless sentence about them is wrong.</summary>
public static class TinyShops
{
    static readonly Dictionary<string, Func<TestShop>> Shops = new(StringComparer.Ordinal)
    {
        ["one order"] = () => TestShop.Of(["1,a,2023-01-15 10:00:00,p,Mug,1,10,France"]),
        ["three customers"] = () =>
            TestShop.Of([
                "1,a,2023-01-15 10:00:00,p,Mug,1,10,France",
                "2,b,2023-02-16 11:00:00,q,Cup,2,5,Spain",
                "3,c,2023-03-17 12:30:00,p,Mug,1,10,France",
                "4,a,2023-03-20 12:30:00,q,Cup,7,5,France",
            ]),
        ["one day"] = () =>
            Lines(25, i => $"{i},c{i},2023-05-05 {9 + (i % 5)}:00:00,p{i % 3},P,1,{10 + i},France"),
        ["two months"] = () => Lines(60, i => $"{i},c{i % 30},{Day(i)},p,P,1,{10 + (i % 30)},France"),
        ["all equal"] = () => Lines(120, i => $"{i},c{i},2023-05-05 10:00:00,p,Mug,2,10,France"),
        ["three kinds"] = () =>
            Lines(120, i => $"{i},c{i},2023-05-0{1 + (i % 3)} 10:00:00,p,Mug,{1 + (i % 3)},10,France"),
        ["nobody named"] = () => Lines(40, i => $"{i},,{Day(i)},p{i % 3},Thing {i % 3},1,{10 + i},"),
        ["days only"] = () => Lines(8, i => $"{i},c{i},2023-01-0{1 + i},p,Mug,1,10,"),
        ["nothing paid"] = () => Lines(125, i => $"{i},c{i},{Day(i)},p,Mug,1,0,France"),
        ["one good customer"] = () =>
            Lines(
                29,
                i =>
                    i < 20
                        ? $"{i},c{i},2023-01-05 10:00:00,p,Mug,2,10,France"
                        : $"{i},c0,2023-0{i - 18}-05 10:00:00,p,Mug,2,100,France"
            ),
        ["gaps of months"] = () =>
            TestShop.Of([
                "1,a,2023-01-15 10:00:00,p,Mug,1,10,France",
                "2,a,2023-04-16 11:00:00,p,Mug,1,20,France",
            ]),
    };

    public static TheoryData<string> Names => [.. Shops.Keys];

    /// <summary>All answers about one of them.</summary>
    internal static IReadOnlyList<Insight> Answers(string name, string period = "month")
    {
        using var shop = Shops[name]();
        return Answers(shop.Study(), period);
    }

    /// <summary>All questions that are always asked, the panel in haste; at another period only the one that knows periods.</summary>
    internal static IReadOnlyList<Insight> Answers(Study study, string period = "month") =>
        Interview.Ask(
            study,
            Questions.Ask(
                period == "month" ? [] : ["cohorts"],
                new Dictionary<string, IReadOnlyDictionary<string, string>>
                {
                    ["cohorts"] = new Dictionary<string, string> { ["period"] = period },
                    ["segments"] = new Dictionary<string, string>
                    {
                        ["starts"] = "2",
                        ["gap_references"] = "3",
                        ["stability_rounds"] = "3",
                    },
                }
            ),
            (_, _) => { },
            TestContext.Current.CancellationToken
        );

    /// <summary>Everything that is said in words: answers, notes, titles, texts, caveats.</summary>
    internal static IEnumerable<string> Said(IEnumerable<Insight> insights) =>
        insights.SelectMany(i =>
            i.Caveats.Append(i.Answer)
                .Concat(i.KeyFigures.SelectMany(k => (string[])[k.Label, k.Note]))
                .Concat(i.Figures.SelectMany(f => (string[])[f.Title, f.Text]))
        );

    internal static Insight Answer(string name, string slug) => Answers(name).First(i => i.Slug == slug);

    internal static string Title(this Insight insight, string figure) =>
        insight.Figures.First(f => f.Slug == figure).Title;

    static TestShop Lines(int lines, Func<int, string> line) =>
        TestShop.Of(Enumerable.Range(0, lines).Select(line));

    static string Day(int i) => $"2023-0{1 + (i % 2)}-{1 + (i % 28):00} 10:00:00";
}
