namespace Clientele.Models;

/// <summary>Numbers with the names of their columns.</summary>
/// <param name="Columns">One name a column.</param>
/// <param name="Values">n × d values.</param>
public sealed record NamedMatrix(IReadOnlyList<string> Columns, Matrix Values)
{
    /// <summary>Columns of ids, as the model asked for them; each as long as there are rows.</summary>
    public IReadOnlyList<string[]> Keys { get; init; } = [];
}

/// <summary>Columns that a model of ids reads instead of all numbers.</summary>
/// <param name="Ids">Of each column the names that it may have, the first that is there counts.</param>
/// <param name="Numbers">Columns of numbers; one that is not there is NaN.</param>
public sealed record TableKeys(IReadOnlyList<IReadOnlyList<string>> Ids, IReadOnlyList<string> Numbers);

/// <summary>A new column that a model made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One a row, in the order of the rows that came in.</param>
public sealed record TableColumn(string Name, double[] Values);

/// <summary>What a model says about a table.</summary>
/// <param name="Summary">Settings, scores and findings by name: numbers, texts, truths, or lists of them.</param>
/// <param name="Rows">New columns for the rows that came in.</param>
public sealed record TableFit(IReadOnlyDictionary<string, object> Summary, IReadOnlyList<TableColumn> Rows)
{
    /// <summary>Tables of other rows than came in.</summary>
    public IReadOnlyList<FitTable> Tables { get; init; } = [];
}

/// <summary>A table that a model made.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Columns">As long as one another.</param>
public sealed record FitTable(string Name, IReadOnlyList<FitColumn> Columns);

/// <summary>A column of texts or of numbers.</summary>
public sealed record FitColumn
{
    FitColumn(string name) => Name = name;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its texts; null if it holds numbers.</summary>
    public string[]? Texts { get; private init; }

    /// <summary>Its numbers; null if it holds texts.</summary>
    public double[]? Numbers { get; private init; }

    internal static FitColumn Text(string name, IEnumerable<string> texts) =>
        new(name) { Texts = [.. texts] };

    internal static FitColumn Number(string name, IEnumerable<double> numbers) =>
        new(name) { Numbers = [.. numbers] };

    internal static FitColumn Number(string name, IEnumerable<int> numbers) =>
        Number(name, numbers.Select(n => (double)n));
}

/// <summary>A model that runs on any table of numbers.</summary>
public interface ITableModel
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    string Description { get; }

    /// <summary>The settings that it knows.</summary>
    IReadOnlyList<Setting> Settings { get; }

    /// <summary>The columns that it reads; null for all numbers.</summary>
    TableKeys? Keys => null;

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
        RecommenderTables.Als,
        new AssociationTable(),
        LifetimeTables.BgBb,
        LifetimeTables.BgNbd,
        RecommenderTables.Blend,
        RegressionTables.Boosting,
        RecommenderTables.Bpr,
        ClusterTables.Dbscan,
        new ForestTable(),
        new GammaGammaTable(),
        ClusterTables.Mixture,
        RecommenderTables.PersonalThenPopular,
        ClusterTables.Hdbscan,
        new IsolationForestTable(),
        RecommenderTables.ItemConditional,
        RecommenderTables.ItemCosine,
        new ItemsetTable(),
        ClusterTables.KMeans,
        ClusterTables.Medoids,
        LifetimeTables.MbgNbd,
        ClusterTables.MiniBatch,
        LifetimeTables.Nbd,
        new NetworkTable(),
        new PairTable(),
        LifetimeTables.ParetoNbd,
        new PcaTable(),
        RecommenderTables.PersonalFrequency,
        RecommenderTables.Popularity,
        RegressionTables.Ridge,
        RecommenderTables.Rules,
        new RulesTable(),
        new ShiftedBetaGeometricTable(),
        new ScaleTable(),
        RecommenderTables.SegmentPopularity,
        new SequenceTable(),
        RecommenderTables.Tifu,
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

    /// <summary>Writes settings into records of options, with a seed and a number of threads where the records know them and the settings do not say.</summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">Names every bad setting.</exception>
    internal static void Bind(
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        params object[] records
    )
    {
        var known = Settings.Names(records).Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        Settings.Bind(
            With(settings, seed, threads)
                .Where(s => settings.ContainsKey(s.Key) || known.Contains(s.Key))
                .ToDictionary(StringComparer.Ordinal),
            records
        );
    }

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
