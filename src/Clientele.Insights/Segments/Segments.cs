using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>Which kinds of customers are there?</summary>
/// <param name="options">What segments are made of.</param>
/// <param name="panel">How their number is chosen.</param>
public sealed class Segments(SegmentOptions options, PanelOptions panel) : IQuestion
{
    /// <summary>Ten customers a segment: fewer is noise.</summary>
    const int CustomersASegment = 10;

    readonly SegmentOptions _options = Require.Valid(options);
    readonly PanelOptions _panel = Require.Valid(panel);

    /// <inheritdoc/>
    public string Slug => "segments";

    /// <inheritdoc/>
    public string Question => "Which kinds of customers are there?";

    /// <inheritdoc/>
    public Insight Answer(Study study, CancellationToken cancel = default)
    {
        var features = SegmentFeatures.Of(study, _options);
        Enough(study, features);
        var division = new SegmentDividing(_options, _panel).Of(study, features, cancel);
        var scaled = new Scaler(division.Model.Plan.Scale).Fit(features.Values).Apply(features.Values);
        var profile = SegmentProfile.Of(features, scaled, division.Model);
        var story = new SegmentStory(
            division,
            profile,
            SegmentRules.Of(profile, cancel),
            SegmentMigration.Between(study.Earlier, profile, features.Customers.Texts("customer_id")),
            SegmentPlaces.Of(division.Model, scaled, cancel),
            SegmentFaith.Of(division, study, cancel)
        );
        study.Label("segment", profile.Labels.Select(l => $"{profile.NumberOf(l)}"));
        study.Label("segment_name", profile.Labels.Select(l => profile.Groups[l].Name));
        study.Keep(
            "segments",
            ModelJson.Write(
                division.Model with
                {
                    Names =
                    [
                        .. profile.Groups.Take(profile.Clusters).Select(g => g.Name),
                        SegmentWords.Noise,
                    ],
                }
            )
        );
        foreach (var table in Tables(story, features))
        {
            study.Save(table);
        }

        return Tell(story, study, cancel);
    }

    /// <exception cref="InsufficientDataException">There are too few customers, or their numbers have no logarithm.</exception>
    void Enough(Study study, SegmentFeatures features)
    {
        var customers = features.Customers;
        var needed = CustomersASegment * Math.Max(_panel.Largest, _options.Clusters ?? 0);
        if (customers.Rows < needed)
        {
            throw new InsufficientDataException(
                $"Segments, kinds of customers, need at least {study.Numbers.Count(needed)} customers with an order; "
                    + $"{study.Numbers.Only(customers.Rows)}."
            );
        }

        customers.NeedRevenue("Segments");
        CheckLogs(features, study.Numbers);
    }

    /// <exception cref="InsufficientDataException">A feature has values of which no logarithm can be taken.</exception>
    void CheckLogs(SegmentFeatures features, NumberText numbers)
    {
        var limit = Scaling.LeastOf(_options.Transform);
        for (var c = 0; c < features.Names.Count; c++)
        {
            var least = features.Values.Column(c).Min();
            if (least <= limit)
            {
                throw new InsufficientDataException(
                    $"Segments cannot take {Settings.Written(_options)["transform"]} of {features.Names[c]}, whose least value is {numbers.Number(least)}: "
                        + "leave it out of segments.features, or set segments.transform=none."
                );
            }
        }
    }

    IEnumerable<Table> Tables(SegmentStory story, SegmentFeatures features)
    {
        yield return story.Profile.ToTable();
        if (story.Division.Panel is { } panel)
        {
            yield return SegmentTables.Scan(panel, story.Division.Best.Clusters);
        }

        yield return SegmentTables.Comparison(
            story.Division,
            new SegmentReasons(story.Division, _options.Clusters != null)
        );
        if (story.Spaces.Count > 0)
        {
            yield return SegmentTables.Spaces(story.Spaces);
        }

        yield return SegmentTables.Embedding(story.Profile, story.Places, features.Customers);
        yield return SegmentTables.Profile(story.Profile);
        yield return SegmentTables.Rules(story.Profile, story.Rules);
        yield return SegmentTables.Migration(story.Migration);
    }

    Insight Tell(SegmentStory story, Study study, CancellationToken cancel)
    {
        var numbers = study.Numbers;
        var (division, profile) = (story.Division, story.Profile);
        var figures = new SegmentFigures(numbers).All(profile);
        return new Insight(
            Slug,
            Question,
            Sentence(profile, numbers),
            KeyFigures(profile, division.Best),
            [
                .. figures,
                .. new SegmentLabFigures(study.Numbers, study.Threads).All(story, cancel),
                .. division.Panel is { } panel ? SegmentScanFigures.All(panel, division.Best.Clusters) : [],
            ],
            [.. new SegmentCaveats(numbers, _options.Clusters, _panel.MinClusters).All(story)],
            [.. SegmentTables.Names.Where(name => IsThere(name, story))]
        );
    }

    static bool IsThere(string table, SegmentStory story) =>
        table switch
        {
            "segment_scan" => story.Division.Panel != null,
            "segment_spaces" => story.Spaces.Count > 0,
            _ => true,
        };

    static List<KeyFigure> KeyFigures(SegmentProfile profile, SegmentScore score)
    {
        var first = profile.Groups[0];
        return
        [
            new("Segments", profile.Clusters, NumberFormat.Count),
            new(first.Name, first.Customers, NumberFormat.Count, "customers in segment 1"),
            new("Their share of revenue", first.RevenueShare, NumberFormat.Share),
            new(
                "Silhouette",
                score.Silhouette,
                NumberFormat.Number,
                "how clearly segments part: 1 clearly, 0 not at all"
            ),
        ];
    }

    static string Sentence(SegmentProfile profile, NumberText numbers)
    {
        var first = profile.Groups[0];
        return $"{numbers.Of(profile.Labels.Length, "customer")} fall into {numbers.Of(profile.Clusters, "kind")}{Unlike(profile, numbers)}; "
            + $"the most valuable{(HasNoise(profile) ? " of these" : "")}, {first.Name}, {Words.For(first.Customers, "is", "are")} {numbers.Share(first.CustomerShare)} of customers "
            + $"and {Words.For(first.Customers, "brings", "bring")} {numbers.Share(first.RevenueShare)} of the customers' revenue.";
    }

    static bool HasNoise(SegmentProfile profile) => profile.Groups.Count > profile.Clusters;

    static string Unlike(SegmentProfile profile, NumberText numbers) =>
        HasNoise(profile)
            ? $", and {numbers.Of(profile.Groups[^1].Customers, "customer")}, who {Words.For(profile.Groups[^1].Customers, "brings", "bring")} {numbers.Share(profile.Groups[^1].RevenueShare)} of the revenue, into none"
            : "";
}

/// <summary>All that is told of segments.</summary>
/// <param name="Division">How they were found.</param>
/// <param name="Profile">What they are like.</param>
/// <param name="Rules">How they are said in words.</param>
/// <param name="Migration">What became of those before.</param>
/// <param name="Places">A row a customer: where it lies in a plane.</param>
/// <param name="Spaces">How faithful the spaces are that were laid out, the chosen one first.</param>
sealed record SegmentStory(
    SegmentDivision Division,
    SegmentProfile Profile,
    SegmentRules Rules,
    SegmentMigration Migration,
    Matrix Places,
    IReadOnlyList<SegmentFaith> Spaces
);
