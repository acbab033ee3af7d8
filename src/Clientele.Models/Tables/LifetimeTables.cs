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
            "Tells the same of customers who may stop after their first order too, by MBG/NBD."
        );

    internal static ITableModel ParetoNbd { get; } =
        new LifetimeTable(
            LifetimeLaw.ParetoNbd,
            "Tells the same of customers who may stop at any moment, by Pareto/NBD."
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
        Models.Settings.Names(new LifetimeOptions(), new HorizonOptions());

    public void Check(IReadOnlyDictionary<string, string> settings) => Read(settings);

    public TableFit Fit(
        NamedMatrix table,
        IReadOnlyDictionary<string, string> settings,
        int seed,
        int threads,
        CancellationToken cancel = default
    )
    {
        var (options, ahead) = Read(HistoryColumns.WithThreads(settings, threads));
        var customers = HistoryColumns.Read(table);
        var fit = new LifetimeModel(law, options).Fit(customers, cancel);
        var summary = LifetimeTables.Summary(
            fit.Parameters,
            (fit.LogLikelihood, fit.Converged, fit.Note),
            options,
            ahead
        );
        if (fit.Fallback is { } other)
        {
            summary["fallback"] = other;
        }

        var rows = new List<TableColumn>
        {
            Column("p_alive", customers, fit.Process.ProbabilityAlive, options, cancel),
            Column(
                "expected_orders",
                customers,
                c => fit.Process.Expected(c, ahead.Horizon),
                options,
                cancel
            ),
        };
        if (ahead.Discount > 0)
        {
            rows.Add(
                Column(
                    "discounted_orders",
                    customers,
                    c => fit.Process.Discounted(c, ahead.Discount),
                    options,
                    cancel
                )
            );
        }

        return new TableFit(summary, rows);
    }

    static TableColumn Column(
        string name,
        IReadOnlyList<PurchaseHistory> customers,
        Func<PurchaseHistory, double> tell,
        LifetimeOptions options,
        CancellationToken cancel
    )
    {
        const int Block = 1024;
        var values = new double[customers.Count];
        Blocks.For(
            (values.Length + Block - 1) / Block,
            options.Threads,
            block =>
            {
                for (var i = block * Block; i < Math.Min((block + 1) * Block, values.Length); i++)
                {
                    values[i] = tell(customers[i]);
                }
            },
            cancel
        );
        return new TableColumn(name, values);
    }

    static (LifetimeOptions, HorizonOptions) Read(IReadOnlyDictionary<string, string> settings)
    {
        var bound = Models.Settings.Bind(settings, [new LifetimeOptions(), new HorizonOptions()]);
        return ((LifetimeOptions)bound[0], (HorizonOptions)bound[1]);
    }
}
