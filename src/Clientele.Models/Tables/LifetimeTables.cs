using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>What is asked of a law of buying once it is learned.</summary>
public sealed record HorizonOptions
{
    /// <summary>The time ahead, in the unit of the table.</summary>
    [Range(1e-6, 1e6)]
    public double Horizon { get; init; } = 52;

    /// <summary>Continuous discount a unit of time of what is expected for ever; 0 leaves that out.</summary>
    [Range(0.0, 100.0)]
    public double Discount { get; init; }
}

/// <summary>What does not change about customers, and changes how they buy.</summary>
public sealed record CovariateOptions
{
    /// <summary>Names of columns, with commas between; empty for none.</summary>
    public string Covariates { get; init; } = "";

    internal IReadOnlyList<string> Names =>
        Covariates.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The laws of buying that run on a table.</summary>
static class LifetimeTables
{
    internal static ITableModel Nbd { get; } =
        new LifetimeTable(
            LifetimeLaw.Nbd,
            "Tells how often customers will buy who all stay, by the negative binomial."
        );

    internal static ITableModel BgNbd { get; } =
        new LifetimeTable(
            LifetimeLaw.BgNbd,
            "Tells who is alive and how often customers will buy who may stop after each repeat, by BG/NBD."
        );

    internal static ITableModel MbgNbd { get; } =
        new LifetimeTable(
            LifetimeLaw.MbgNbd,
            "Tells who is alive and how often customers will buy who may stop after any order, the first too, by MBG/NBD."
        );

    internal static ITableModel ParetoNbd { get; } =
        new LifetimeTable(
            LifetimeLaw.ParetoNbd,
            "Tells who is alive and how often customers will buy who may stop at any moment, by Pareto/NBD."
        );

    internal static ITableModel BgBb { get; } =
        new LifetimeTable(
            LifetimeLaw.BgBb,
            "Tells who is alive and how often customers will buy at opportunities that are counted, by BG/BB."
        );

    /// <summary>What every fit tells of its parameters.</summary>
    internal static Dictionary<string, object> Summary(
        IReadOnlyList<Estimate> parameters,
        (double LogLikelihood, bool Converged, string Note) fit,
        params object[] options
    ) =>
        new(StringComparer.Ordinal)
        {
            ["parameters"] = Settings.Written(options),
            ["estimates"] = parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal),
            ["standard_errors"] = parameters.ToDictionary(
                p => p.Name,
                p => p.StandardError,
                StringComparer.Ordinal
            ),
            ["log_likelihood"] = fit.LogLikelihood,
            ["converged"] = fit.Converged,
            ["note"] = fit.Note,
        };
}

/// <summary>A law of repeated buying on a table with columns x, t_x, T and, if there is one, spend.</summary>
sealed class LifetimeTable(LifetimeLaw law, string description) : ITableModel
{
    public string Name => LawFacts.Of(law).Slug;

    public string Description => description;

    public IReadOnlyList<Setting> Settings { get; } =
        law == LifetimeLaw.BgBb
            ? Models.Settings.Names(new LifetimeOptions(), new HorizonOptions())
            : Models.Settings.Names(new LifetimeOptions(), new HorizonOptions(), new CovariateOptions());

    public void Check(IReadOnlyDictionary<string, string> settings) => Read(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var read = Read(HistoryColumns.WithThreads(settings, threads));
        var (options, ahead) = (read.Options, read.Ahead);
        var customers = HistoryColumns.Read(table);
        var (fit, process) = read.Covariates.Names is { Count: > 0 } names
            ? Learned(table, customers, names, read, cancel)
            : Learned(customers, read, cancel);
        var rows = new List<TableColumn>
        {
            Column(
                "p_alive",
                i => process(i).ProbabilityAlive(customers[i]),
                customers.Count,
                options,
                cancel
            ),
            Column(
                "expected_orders",
                i => process(i).Expected(customers[i], ahead.Horizon),
                customers.Count,
                options,
                cancel
            ),
        };
        if (ahead.Discount > 0)
        {
            rows.Add(
                Column(
                    "discounted_orders",
                    i => process(i).Discounted(customers[i], ahead.Discount),
                    customers.Count,
                    options,
                    cancel
                )
            );
        }

        return new TableFit(fit, rows);
    }

    (Dictionary<string, object> Summary, Func<int, IPurchaseProcess> Process) Learned(
        IReadOnlyList<PurchaseHistory> customers,
        LawSettings read,
        CancellationToken cancel
    )
    {
        var fit = new LifetimeModel(law, read.Options).Fit(customers, cancel);
        return (
            Summary(fit.Parameters, (fit.LogLikelihood, fit.Converged, fit.Note), fit.Fallback, read),
            _ => fit.Process
        );
    }

    (Dictionary<string, object> Summary, Func<int, IPurchaseProcess> Process) Learned(
        NamedMatrix table,
        IReadOnlyList<PurchaseHistory> customers,
        IReadOnlyList<string> names,
        LawSettings read,
        CancellationToken cancel
    )
    {
        int[] places = [.. names.Select(name => HistoryColumns.Needed(table, name))];
        var covariates = new Matrix(
            [
                .. Enumerable
                    .Range(0, table.Values.Rows)
                    .SelectMany(row => places.Select(place => table.Values[row][place])),
            ],
            places.Length
        );
        var fit = new CovariateLifetimeModel(law, read.Options).Fit(customers, covariates, names, cancel);
        return (
            Summary(fit.Parameters, (fit.LogLikelihood, fit.Converged, fit.Note), fit.Fallback, read),
            row => fit.Process(covariates[row])
        );
    }

    static Dictionary<string, object> Summary(
        IReadOnlyList<Estimate> parameters,
        (double LogLikelihood, bool Converged, string Note) fit,
        string? fallback,
        LawSettings read
    )
    {
        var summary = LifetimeTables.Summary(parameters, fit, read.Options, read.Ahead, read.Covariates);
        if (fallback != null)
        {
            summary["fallback"] = fallback;
        }

        return summary;
    }

    static TableColumn Column(
        string name,
        Func<int, double> tell,
        int count,
        LifetimeOptions options,
        CancellationToken cancel
    ) => new(name, Blocks.Numbers(count, options.Threads, tell, cancel));

    LawSettings Read(IReadOnlyDictionary<string, string> settings)
    {
        object[] records =
            law == LifetimeLaw.BgBb
                ? [new LifetimeOptions(), new HorizonOptions()]
                : [new LifetimeOptions(), new HorizonOptions(), new CovariateOptions()];
        var bound = Models.Settings.Bind(settings, records);
        return new LawSettings(
            (LifetimeOptions)bound[0],
            (HorizonOptions)bound[1],
            bound.Length > 2 ? (CovariateOptions)bound[2] : new CovariateOptions()
        );
    }

    sealed record LawSettings(LifetimeOptions Options, HorizonOptions Ahead, CovariateOptions Covariates);
}
