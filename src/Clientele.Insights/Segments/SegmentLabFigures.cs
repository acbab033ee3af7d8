using Clientele.Models;

namespace Clientele.Insights;

/// <summary>Pictures of how segments were found, how well they part, and what became of those before.</summary>
/// <param name="numbers">The shop's style.</param>
/// <param name="threads">For silhouettes; 0 for every core.</param>
sealed class SegmentLabFigures(NumberText numbers, int threads)
{
    /// <summary>Heights of a blade that is drawn: more cannot be seen.</summary>
    const int BladeSteps = 200;

    internal IEnumerable<Figure> All(SegmentStory story, CancellationToken cancel)
    {
        yield return Rules(story);
        if (story.Migration.Moves.Count > 0)
        {
            yield return Migration(story.Migration);
        }

        foreach (var figure in new SegmentSpaceFigures(numbers).All(story))
        {
            yield return figure;
        }

        if (Blades(story, cancel) is { } blades)
        {
            yield return blades;
        }

        if (story.Division.Model.Clustering is AgglomerativeClustering merged)
        {
            yield return Dendrogram(story, merged.Tree, "dendrogram", "all merges");
            yield return Top(story, merged.Tree);
        }

        foreach (var figure in new SegmentComparisonFigures(numbers).All(story.Division))
        {
            yield return figure;
        }
    }

    TableFigure Rules(SegmentStory story)
    {
        var rules = story.Rules.All;
        return new(
            "rules",
            $"Simple rules say the segment of {numbers.Share(story.Rules.Accuracy)} of customers",
            "Each segment in words, by a shallow tree. Precision: share of the rule's customers who are of the segment. Recall: share of the segment's customers whom the rule finds.",
            [
                TableColumn.Of("Segment", [.. rules.Select(r => story.Profile.LabelOf(r.Group))]),
                TableColumn.Of("Rule", [.. rules.Select(r => r.Text)]),
                TableColumn.Of("Precision", NumberFormat.Share, [.. rules.Select(r => r.Precision)]),
                TableColumn.Of("Recall", NumberFormat.Share, [.. rules.Select(r => r.Recall)]),
                TableColumn.Of("Customers", NumberFormat.Count, [.. rules.Select(r => (double)r.Customers)]),
            ]
        );
    }

    SankeyFigure Migration(SegmentMigration migration)
    {
        const string Elsewhere = "not a customer";
        string Named(string label) => label.Length == 0 ? Elsewhere : label;
        string[] left = [.. migration.Moves.Select(m => Named(m.From)).Distinct()];
        string[] right =
        [
            .. migration.Moves.Select(m => Named(m.To)).Distinct().Order(StringComparer.Ordinal),
        ];
        var (stayed, moved) = (migration.Of("stayed"), migration.Of("moved"));
        return new(
            "migration",
            $"{numbers.Of(moved, "customer")} moved to another segment, {numbers.Of(stayed, "customer")} stayed",
            $"From the segments of the shop that was published before to those of now: {numbers.Count(stayed)} stayed, {numbers.Count(moved)} moved, "
                + $"{numbers.Count(migration.Of("joined"))} joined, {numbers.Count(migration.Of("left"))} left. A segment stays the same if its name does, or if most of its customers became it.",
            "customers",
            NumberFormat.Count,
            new SankeySide("before", left) { Quiet = QuietOf(left, Elsewhere) },
            new SankeySide("now", right) { Quiet = QuietOf(right, Elsewhere) },
            [
                .. migration.Moves.Select(m => new Flow(
                    Array.IndexOf(left, Named(m.From)),
                    Array.IndexOf(right, Named(m.To)),
                    m.Customers
                )),
            ]
        );
    }

    static int[] QuietOf(string[] names, string quiet) =>
        [.. names.Index().Where(n => n.Item == quiet).Select(n => n.Index)];

    BladesFigure? Blades(SegmentStory story, CancellationToken cancel)
    {
        var model = story.Division.Model;
        var labels = model.Labels;
        if (story.Profile.Clusters < 2 || story.Profile.Clusters >= labels.Length)
        {
            return null;
        }

        var score = Silhouette.Sampled(model.Space.Points, [labels], new SampleOptions(), threads, cancel)[0];
        var blades = score.Blades();
        var worst = blades.MinBy(b => b.Mean)!;
        return new(
            "blades",
            $"{story.Profile.LabelOf(worst.Cluster)}: the segment that parts least from the others, silhouette {numbers.Number(worst.Mean)}",
            "Silhouette of every customer, by segment, in the space in which segments were found: 1 is far from the next segment, 0 on its border, below 0 nearer to another.",
            "silhouette",
            "customers",
            score.Mean,
            [
                .. blades.Select(b => new Blade(
                    story.Profile.LabelOf(b.Cluster),
                    story.Profile.Groups[b.Cluster].Customers,
                    b.Mean,
                    Steps(b.Samples)
                )),
            ]
        );
    }

    /// <summary>At most as many values as can be seen, in equal steps.</summary>
    static double[] Steps(double[] sorted) =>
        sorted.Length <= BladeSteps
            ? sorted
            :
            [
                .. Enumerable
                    .Range(0, BladeSteps)
                    .Select(i => sorted[(int)((long)i * (sorted.Length - 1) / (BladeSteps - 1))]),
            ];

    DendrogramFigure Dendrogram(SegmentStory story, Dendrogram tree, string slug, string what)
    {
        var merges = new MergeTree(
            tree.Left,
            tree.Right,
            tree.Heights,
            [.. tree.Sizes.Select(size => (double)size)]
        );
        var algorithm = SegmentPlan.NameOf(story.Division.Best.Plan.Algorithm);
        var clusters = story.Division.Best.Clusters;
        var last = tree.Heights.Length - clusters;
        return new(
            slug,
            $"Cut into {numbers.Of(clusters, "segment")}, of which the nearest would be merged at {numbers.Number(tree.Heights[last + 1])}",
            $"Which customers were merged at which height by {algorithm}: {what}; colours are the segments.",
            $"{algorithm} distance",
            "customers",
            merges
        )
        {
            Groups = Groups(story, merges, clusters),
        };
    }

    DendrogramFigure Top(SegmentStory story, Dendrogram whole)
    {
        // Twelve merges as the originals show; more where segments would not be seen apart.
        var top = whole.Top(Math.Max(12, story.Division.Best.Clusters));
        var figure = Dendrogram(story, top.Tree, "dendrogram_top", "the last merges");
        return figure with
        {
            Counts = [.. top.LeafSizes.Select(size => (double)size)],
            Groups = GroupsAs(story, whole, figure.Tree),
        };
    }

    /// <summary>The last merges have their groups in the order of the whole tree.</summary>
    static List<TreeGroup> GroupsAs(SegmentStory story, Dendrogram whole, MergeTree top)
    {
        var clusters = story.Division.Best.Clusters;
        var all = new MergeTree(
            whole.Left,
            whole.Right,
            whole.Heights,
            [.. whole.Sizes.Select(size => (double)size)]
        );
        return
        [
            .. Groups(story, all, clusters)
                .Zip(top.Tops(clusters), (group, node) => group with { Node = node }),
        ];
    }

    static List<TreeGroup> Groups(SegmentStory story, MergeTree tree, int clusters)
    {
        var merged = (AgglomerativeClustering)story.Division.Model.Clustering;
        if (tree.Heights.Count + 1 < story.Profile.Labels.Length && merged.Sampled.Length == 0)
        {
            return [];
        }

        return
        [
            .. tree.Tops(clusters)
                .Select(node =>
                {
                    var leaf = tree.LeafUnder(node);
                    var row = merged.Sampled.Length > 0 ? merged.Sampled[leaf] : leaf;
                    return new TreeGroup(story.Profile.LabelOf(story.Profile.Labels[row]), node);
                }),
        ];
    }
}
