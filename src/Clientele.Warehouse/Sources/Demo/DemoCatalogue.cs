using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A thing that the demo shop sells.</summary>
/// <param name="Shelf">Index into <see cref="DemoWords.Shelves"/>.</param>
/// <param name="Tier">Index into <see cref="DemoCatalogue.Tiers"/>.</param>
/// <param name="Pence">List price in the first year.</param>
/// <param name="CostPence">What the shop pays.</param>
/// <param name="Popularity">Weight among all products.</param>
sealed record DemoProduct(int Shelf, int Tier, int Pence, int CostPence, double Popularity)
{
    internal required string Id { get; init; }
    internal required string CarelessId { get; init; }
    internal required string Name { get; init; }
    internal int Category => DemoWords.Shelves[Shelf].Category;
    internal string CategoryName => DemoWords.Categories[Category];
    internal string SubCategory => DemoWords.Shelves[Shelf].Name;
}

/// <summary>About 600 products on 32 shelves, their prices, their popularity, and which of them go together.</summary>
sealed class DemoCatalogue
{
    internal static readonly string[] Tiers = ["budget", "mid", "premium"];

    const int ShelfSize = 19;

    /// <summary>Popularity of rank k is k to the power of minus this.</summary>
    internal const double ZipfExponent = 0.85;

    static readonly double[] TierPrice = [0.55, 1, 2.1];
    static readonly DemoAlias TierShares = new([0.45, 0.38, 0.17]);

    /// <summary>Multiplier of a category's share of orders in January to December; absent means always 1.</summary>
    internal static readonly Dictionary<int, double[]> Seasons = new()
    {
        [3] = [0.5, 0.6, 1.2, 1.6, 1.8, 1.6, 1.3, 0.9, 0.8, 0.5, 0.6, 0.6],
        [7] = [0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.3, 0.6, 1.2, 2.4, 3.6, 2.6],
    };

    static readonly double[][] SeasonOf =
    [
        .. Enumerable
            .Range(0, DemoWords.Categories.Length)
            .Select(c => Seasons.GetValueOrDefault(c) ?? [.. Enumerable.Repeat(1.0, 12)]),
    ];

    readonly DemoAlias[] _shelves;
    readonly DemoAlias[][] _products;
    readonly int[] _firstOf;
    readonly int[] _secondOf;

    internal DemoCatalogue(int seed)
    {
        var random = new DemoRandom(seed, DemoPurpose.Catalogue);
        var ranks = Shuffled(DemoWords.Shelves.Length * ShelfSize, random);
        Products = new DemoProduct[ranks.Length];
        for (var shelf = 0; shelf < DemoWords.Shelves.Length; shelf++)
        {
            var names = Names(DemoWords.Shelves[shelf], random);
            for (var k = 0; k < ShelfSize; k++)
            {
                var i = (shelf * ShelfSize) + k;
                Products[i] = Product(shelf, k, ranks[i], random) with { Name = names[k] };
            }
        }

        _shelves = [.. Enumerable.Range(0, DemoWords.Categories.Length).Select(ShelvesOf)];
        _products = [.. DemoArchetypes.All.Select(kind => LikedBy(kind))];
        Pairs = DemoPair.Plant(ranks, random);
        (_firstOf, _secondOf) = (new int[Products.Length], new int[Products.Length]);
        for (var p = 0; p < Pairs.Length; p++)
        {
            _firstOf[Pairs[p].First] = 1 << p;
            _secondOf[Pairs[p].Second] = 1 << p;
        }
    }

    /// <summary>All products, shelf by shelf.</summary>
    internal DemoProduct[] Products { get; }

    /// <summary>Which products draw which others into the basket.</summary>
    internal DemoPair[] Pairs { get; }

    /// <summary>The pair that a product begins, as a bit; 0 for most.</summary>
    internal int FirstOf(int product) => _firstOf[product];

    /// <summary>The pair that a product ends, as a bit; 0 for most.</summary>
    internal int SecondOf(int product) => _secondOf[product];

    /// <summary>How a category sells in a month, 0 for January; the mean of a year is 1.</summary>
    internal static double Season(int category, int month) => SeasonOf[category][month];

    /// <summary>The categories as the truth tells them.</summary>
    internal static DemoCategoryTruth[] Truth() =>
        [
            .. DemoWords.Categories.Select(
                (name, c) => new DemoCategoryTruth(name, DemoWords.Sections[c], SeasonOf[c])
            ),
        ];

    /// <summary>A shelf of a category.</summary>
    internal int DrawShelf(int category, DemoRandom random) =>
        (category * (DemoWords.Shelves.Length / DemoWords.Categories.Length))
        + _shelves[category].Draw(random);

    /// <summary>A product of a shelf, by its popularity and the tiers that this kind of customer likes.</summary>
    internal int DrawProduct(int kind, int shelf, DemoRandom random) =>
        (shelf * ShelfSize) + _products[kind][shelf].Draw(random);

    static DemoProduct Product(int shelf, int number, int rank, DemoRandom random)
    {
        var (category, tier) = (DemoWords.Shelves[shelf].Category, TierShares.Draw(random));
        var price = DemoWords.Shelves[shelf].Pence * TierPrice[tier] * Math.Exp(0.25 * random.Normal());
        var pence = ((int)(price / 10) * 10) + 5;
        var first = DemoWords.Shelves.TakeWhile(s => s.Category < category).Count();
        var code = 1001 + ((shelf - first) * ShelfSize) + number;
        var id = DemoWords.Codes[category] + code.ToString(CultureInfo.InvariantCulture);
        return new(
            shelf,
            tier,
            pence,
            (int)(pence * (0.38 + (0.2 * random.Uniform()))),
            Math.Pow(rank + 1, -ZipfExponent)
        )
        {
            Id = id,
            CarelessId = id.ToLowerInvariant(),
            Name = "",
        };
    }

    static string[] Names(DemoShelf shelf, DemoRandom random)
    {
        var things = shelf.Things.Split('|');
        return
        [
            .. Shuffled(things.Length * DemoWords.Patterns.Length, random)
                .Take(ShelfSize)
                .Select(i => $"{DemoWords.Patterns[i / things.Length]} {things[i % things.Length]}"),
        ];
    }

    DemoAlias ShelvesOf(int category) =>
        new([
            .. Products
                .Where(p => p.Category == category)
                .GroupBy(p => p.Shelf)
                .Select(shelf => shelf.Sum(p => p.Popularity)),
        ]);

    DemoAlias[] LikedBy(DemoArchetype kind) =>
        [
            .. Products
                .Chunk(ShelfSize)
                .Select(shelf => new DemoAlias([.. shelf.Select(p => p.Popularity * kind.Tiers[p.Tier])])),
        ];

    /// <summary>The numbers below <paramref name="count"/> in random order (Fisher and Yates).</summary>
    static int[] Shuffled(int count, DemoRandom random)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
