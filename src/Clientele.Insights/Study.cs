using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>One shop at one moment: the same study gives the same answers. Features are computed once and kept.</summary>
/// <param name="database">The shop.</param>
/// <param name="moment">When, and how days are counted.</param>
/// <param name="seed">Where all chance comes from.</param>
/// <param name="threads">For algorithms; 0 for every core. Changes no result.</param>
public sealed class Study(IDatabase database, Moment moment, int seed, int threads = 0)
{
    readonly Dictionary<(string Name, Moment Moment), Table> _features = [];
    readonly List<Table> _saved = [];
    readonly List<TextColumn> _labels = [];
    readonly SortedDictionary<string, string> _models = new(StringComparer.Ordinal);

    /// <summary>When, and how days are counted.</summary>
    public Moment Moment { get; } = moment;

    /// <summary>Where all chance comes from.</summary>
    public int Seed { get; } = seed;

    /// <summary>For algorithms; 0 for every core.</summary>
    public int Threads { get; } = threads;

    /// <summary>How the shop writes numbers: for sentences and titles. Changes no result.</summary>
    public NumberText Numbers { get; init; } = NumberText.Invariant;

    /// <summary>customer_id, segment and segment_name of the shop that was published before; null if there is none.</summary>
    public Table? Earlier { get; init; }

    /// <summary>Where long work notes what it has done, and finds what it did before it was stopped.</summary>
    public StudyNotes Notes { get; init; } = new([], _ => { });

    /// <summary>Learned models so far, as JSON, by their names.</summary>
    public IReadOnlyDictionary<string, string> Models => _models;

    /// <summary>All result tables so far, in the order in which they were saved.</summary>
    public IReadOnlyList<Table> Saved => _saved;

    /// <summary>One row a customer with an order before as-of, ordered by id.</summary>
    public Table Customers => Features(Clientele.Features.Customers.Set);

    /// <summary>True if there is no order before as-of: only customers, and their totals if a file has any.</summary>
    public bool IsUndated => Features(SalesProfiles.Totals).Number("lines") == 0;

    /// <summary>Labels that questions gave to customers, in the order of <see cref="Customers"/>.</summary>
    internal IReadOnlyList<TextColumn> Labels => _labels;

    /// <summary>A feature set at this moment, or at another period grain.</summary>
    public Table Features(FeatureSet set, string? period = null) =>
        Features(set, period == null ? Moment : Moment with { Period = period });

    /// <summary>A feature set counted otherwise.</summary>
    public Table Features(FeatureSet set, Moment moment)
    {
        if (!_features.TryGetValue((set.Sql.Name, moment), out var table))
        {
            table = set.Compute(database, moment);
            _features.Add((set.Sql.Name, moment), table);
        }

        return table;
    }

    /// <summary>The ledger of the cleaning.</summary>
    public Table Ledger() => database.ReadLedger();

    /// <summary>Saves a result table in the shop.</summary>
    public void Save(Table table)
    {
        database.Save(table);
        _saved.Add(table);
    }

    /// <summary>Keeps a learned model with the shop, to be used later.</summary>
    /// <param name="name">Of its file.</param>
    /// <param name="model">JSON.</param>
    public void Keep(string name, string model) => _models.Add(name, model);

    /// <summary>Gives every customer a label, which becomes a column of the table of customers.</summary>
    /// <param name="column">snake_case.</param>
    /// <param name="labels">One a row of <see cref="Customers"/>.</param>
    public void Label(string column, IEnumerable<string?> labels) =>
        _labels.Add(new TextColumn(column, [.. labels]));
}

/// <summary>Notes of long work, a line each.</summary>
/// <param name="Lines">Of the same work before it was stopped.</param>
/// <param name="Add">Keeps another.</param>
public sealed record StudyNotes(IReadOnlyList<string> Lines, Action<string> Add);
