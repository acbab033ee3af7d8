namespace Clientele.Warehouse;

/// <summary>What a run would import: a database is filled as a run fills it, and looked at.</summary>
/// <param name="Files">What was read; of refused files those that could be read, too.</param>
/// <param name="Rejects">Bad rows by file, column and reason; those of a refused file too.</param>
/// <param name="Rules">What each rule of the recipe would do; empty if a file is refused.</param>
/// <param name="Shop">What would be left; null if nothing would be published.</param>
/// <param name="Refusal">Why a run would publish nothing: refused files, or a gate that fails; null if it would publish.</param>
public sealed record ImportCheck(
    IReadOnlyList<LoadSummary> Files,
    IReadOnlyList<RejectCount> Rejects,
    IReadOnlyList<RuleCount> Rules,
    ShopSize? Shop,
    Exception? Refusal
)
{
    /// <summary>Its lines beside those of the shop that is published; null if nothing is, or nothing would be.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Bad rows of one reason that are shown.</summary>
    const int Shown = 3;

    /// <summary>Fills the database as a run would.</summary>
    /// <param name="database">Empty; thrown away afterwards.</param>
    /// <param name="plan">What would be read, and which lines would count.</param>
    /// <param name="cancel">Stops between and within statements.</param>
    public static ImportCheck Of(IDatabase database, ShopPlan plan, CancellationToken cancel)
    {
        var files = new List<LoadSummary>();
        var refusals = new Refusals(goesOn: true);
        var noted = plan with
        {
            Sources = [.. plan.Sources.Select(s => new NotedSource(s, files, refusals) { AsOf = plan.AsOf })],
        };
        ShopContents? contents = null;
        Exception? refusal = null;
        try
        {
            contents = ShopBuild.Run(database, noted, (_, _) => { }, cancel);
        }
        catch (Exception error) when (error is ImportRefusedException or QualityException)
        {
            refusal = error;
        }

        var rules = HasLedger(database) ? RulesOf(database.ReadLedger()) : [];
        var shop = contents == null ? null : SizeOf(database);
        // What is told of all files together (overlaps, discounts of orders) is known once they are all read.
        return new(contents?.Sources ?? files, RejectsOf(database), rules, shop, refusal)
        {
            Comparison = contents?.Comparison,
        };
    }

    static bool HasLedger(IDatabase database) =>
        database
            .Read(
                new(
                    "ledger",
                    "select 1 as n from duckdb_tables() where schema_name = 'core' and table_name = 'ledger'"
                )
            )
            .Rows > 0;

    static List<RuleCount> RulesOf(Table ledger) =>
        [
            .. Enumerable
                .Range(0, ledger.Rows)
                .Select(r => new RuleCount(
                    ledger["rule"].ToText(r)!,
                    ledger["reason"].ToText(r)!,
                    (long)ledger.Numbers("rows_removed")[r],
                    (long)ledger.Numbers("rows_changed")[r],
                    ((DecimalColumn)ledger["amount_removed"]).Values[r] ?? 0
                )),
        ];

    /// <summary>Reasons quote the cell: without it they are one reason.</summary>
    static List<RejectCount> RejectsOf(IDatabase database)
    {
        var found = database.Read(
            new(
                "rejects by reason",
                $"""
                with told as (
                  select *, regexp_replace(reason, '^''(.|\n)*'' is ', 'is ') as kind from raw.rejects
                )
                select file, column_name, kind, count(*) as n,
                  string_agg('line ' || line || ': ' || reason, chr(31) order by line) filter (where place <= {Shown}) as first
                from (select *, row_number() over (partition by file, column_name, kind order by line) as place from told)
                group by file, column_name, kind
                order by file, n desc, column_name, kind
                """
            )
        );
        return
        [
            .. Enumerable
                .Range(0, found.Rows)
                .Select(r => new RejectCount(
                    found["file"].ToText(r)!,
                    found["column_name"].ToText(r)!,
                    found["kind"].ToText(r)!,
                    (long)found.Numbers("n")[r],
                    found["first"].ToText(r)!.Split('\u001f')
                )),
        ];
    }

    static ShopSize SizeOf(IDatabase database)
    {
        var found = database.Read(
            new(
                "size of the shop",
                """
                select count(*) as lines, count(distinct ordered_at::date) as days,
                  min(ordered_at)::date as first_day, max(ordered_at)::date as last_day,
                  (select count(*) from core.orders) as orders, (select count(*) from core.customers) as customers
                from core.order_lines
                """
            )
        );
        return new ShopSize(
            (long)found.Number("lines"),
            (long)found.Number("orders"),
            (long)found.Number("customers"),
            (long)found.Number("days"),
            ((DateColumn)found["first_day"]).Values[0],
            ((DateColumn)found["last_day"]).Values[0]
        );
    }

    /// <summary>Notes what a source gave, and which of its files are refused: all of them, before the build ends.</summary>
    sealed class NotedSource(ISource source, List<LoadSummary> notes, Refusals refusals) : ISource
    {
        /// <summary>As the user said it: then orders after today decide nothing.</summary>
        internal DateOnly? AsOf { get; init; }

        public string Name => source.Name;

        public long? RowsAbout => source.RowsAbout;

        public string Hash(CancellationToken cancel) => source.Hash(cancel);

        public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel)
        {
            var summaries = source is FileSource whole
                ? whole.Load(database, refusals, cancel)
                : source.Load(database, cancel);
            notes.AddRange(summaries);
            if (refusals.All.Count == 0)
            {
                return summaries;
            }

            notes.AddRange(refusals.All.Select(r => r.Seen).OfType<LoadSummary>());
            RefuseAfterToday(database, summaries);
            throw refusals.Together();
        }

        /// <summary>Orders after today would refuse the run once the other files are mended: they are told at once.</summary>
        void RefuseAfterToday(IDatabase database, IReadOnlyList<LoadSummary> summaries)
        {
            var odd = summaries.SelectMany(s => s.Odd).Where(o => o.AreOrders && o.Today != null);
            foreach (var later in AsOf == null ? odd : [])
            {
                var days = database.Read(
                    new(
                        "last days",
                        """
                        select max(ordered_at)::date + 1 as as_of,
                          coalesce(max(ordered_at) filter (where ordered_at < $tomorrow)::date, $tomorrow::date - 1) + 1 as proposed
                        from raw.coded_lines
                        """
                    ),
                    ("tomorrow", later.Today!.Value.AddDays(1))
                );
                refusals.Try(() => throw later.Refusal(Day(days, "as_of"), Day(days, "proposed")));
            }
        }

        static DateOnly Day(Table days, string column) => ((DateColumn)days[column]).Values[0]!.Value;
    }
}

/// <summary>Bad rows of one reason.</summary>
/// <param name="File">Their file.</param>
/// <param name="Column">The header of the cell that is to blame; empty for the row itself.</param>
/// <param name="Reason">In words.</param>
/// <param name="Rows">How many.</param>
/// <param name="First">The first of them: line and reason with what the cell says.</param>
public sealed record RejectCount(
    string File,
    string Column,
    string Reason,
    long Rows,
    IReadOnlyList<string> First
);

/// <summary>What a rule of the recipe would do.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Reason">Why.</param>
/// <param name="Removed">Lines taken out of the sales.</param>
/// <param name="Changed">Lines that stay, changed.</param>
/// <param name="Amount">Sum of the amounts of the lines taken out.</param>
public sealed record RuleCount(string Rule, string Reason, long Removed, long Changed, decimal Amount);

/// <summary>What is left of the files once the recipe has judged.</summary>
/// <param name="Lines">Lines that are sales.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Customers">Who is named by them.</param>
/// <param name="Days">Days with an order.</param>
/// <param name="First">The first of these days; null if there is none.</param>
/// <param name="Last">The last of them.</param>
public sealed record ShopSize(
    long Lines,
    long Orders,
    long Customers,
    long Days,
    DateOnly? First,
    DateOnly? Last
);
