namespace Clientele.Models;

/// <summary>Numbers with the names of their columns.</summary>
/// <param name="Columns">One name a column.</param>
/// <param name="Values">n × d values.</param>
public sealed record NamedMatrix(IReadOnlyList<string> Columns, Matrix Values);

/// <summary>A new column that a model made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One a row, in the order of the rows that came in.</param>
public sealed record TableColumn(string Name, double[] Values);

/// <summary>What a model says about a table.</summary>
/// <param name="Summary">Settings, scores and findings by name: numbers, texts, truths, or lists of them.</param>
/// <param name="Rows">New columns for the rows that came in.</param>
public sealed record TableFit(IReadOnlyDictionary<string, object> Summary, IReadOnlyList<TableColumn> Rows);

/// <summary>A model that runs on any table of numbers.</summary>
public interface ITableModel
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    string Description { get; }

    /// <summary>The settings that it knows.</summary>
    IReadOnlyList<Setting> Settings { get; }

    /// <summary>Looks at written settings without a table.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">Names every bad setting.</exception>
    void Check(IReadOnlyDictionary<string, string> settings);

    /// <summary>Learns from a table.</summary>
    /// <param name="table">Finite numbers.</param>
    /// <param name="settings">Written settings; a <c>seed</c> or <c>threads</c> among them wins over the two that follow.</param>
    /// <param name="seed">Equal seeds give equal results.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">Names every bad setting.</exception>
    /// <exception cref="ArgumentException">The table does not suit the model.</exception>
    TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    );
}

/// <summary>All models that run on a table.</summary>
public static class TableModels
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<ITableModel> All { get; } =
    [
        RegressionTables.AdaBoost,
        ClusterTables.Agglomerative,
        LifetimeTables.BgBb,
        LifetimeTables.BgNbd,
        RegressionTables.Boosting,
        ClusterTables.Dbscan,
        new ForestTable(),
        new GammaGammaTable(),
        ClusterTables.Mixture,
        ClusterTables.Hdbscan,
        new IsolationForestTable(),
        ClusterTables.KMeans,
        ClusterTables.Medoids,
        LifetimeTables.MbgNbd,
        ClusterTables.MiniBatch,
        LifetimeTables.Nbd,
        LifetimeTables.ParetoNbd,
        new PcaTable(),
        RegressionTables.Ridge,
        new RulesTable(),
        new ShiftedBetaGeometricTable(),
        new ScaleTable(),
        new TreeEmbeddingTable(
            "tree_cooccurrence",
            TreeForm.Cooccurrence,
            "Lays the rows out by how many trees of a forest towards the target put two of them into one leaf."
        ),
        new TreeEmbeddingTable(
            "tree_umap",
            TreeForm.LeafNumbers,
            "Lays the rows out by the numbers of their leaves in the trees of a forest towards the target."
        ),
        new TsneTable(),
        new UmapTable(),
        RegressionTables.ZeroInflated,
    ];

    /// <summary>Written settings, with a seed and a number of threads where they do not say themselves.</summary>
    internal static IReadOnlyDictionary<string, string> With(
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads
    )
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["seed"] = seed.ToString(culture),
            ["threads"] = threads.ToString(culture),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return all;
    }
}
