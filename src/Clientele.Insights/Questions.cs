using System.ComponentModel.DataAnnotations;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>All questions, in the order in which they are asked and shown.</summary>
public static class Questions
{
    static readonly Dictionary<string, string> None = [];

    static readonly string[] ProfileTables =
    [
        "profile_columns",
        "profile_correlations",
        "profile_daily",
        "profile_hour",
        "profile_weekday",
        "profile_month",
        "profile_country",
        "profile_products",
        "profile_category",
        "profile_quarter",
        "profile_state",
        "profile_state_category",
        "profile_zip",
        "profile_age",
        "profile_sex",
        "profile_registration_month",
        "profile_traffic_source",
        "profile_account_manager",
    ];

    /// <summary>Settings of the whole run: no question has them of its own.</summary>
    static readonly string[] Common = ["seed", "threads"];

    static readonly Kind[] Kinds =
    [
        new("profile", Always: true, ProfileTables, s => Plain(s, new Profile())),
        new(
            "rfm",
            Always: true,
            ["rfm", "rfm_segments", "rfm_cuts"],
            s => new Rfm(Settings.Bind<RfmOptions>(s))
        )
        {
            Settings = Names(Settings.Names<RfmOptions>()),
        },
        new(
            "cohorts",
            Always: true,
            ["cohorts", "cohort_means"],
            s => new Cohorts(Settings.Bind<CohortOptions>(s))
        )
        {
            Settings = Names(Settings.Names<CohortOptions>()),
        },
        new("segments", Always: true, SegmentTables.Names, MakeSegments)
        {
            Settings = Names(Settings.Names<SegmentOptions>(), Settings.Names<PanelOptions>()),
        },
        new(
            "value",
            Always: true,
            CustomerValue.Tables,
            s => new CustomerValue(Settings.Bind<ValueOptions>(s))
        )
        {
            Settings = Names(Settings.Names<ValueOptions>()),
        },
        new("products", Always: false, Products.Tables, s => new Products(Settings.Bind<ProductOptions>(s)))
        {
            Settings = Names(Settings.Names<ProductOptions>()),
        },
        new(
            "recommendations",
            Always: false,
            Recommendations.Tables,
            s => new Recommendations(Settings.Bind<RecommendationOptions>(s))
        )
        {
            Settings = Names(Settings.Names<RecommendationOptions>()),
        },
        new("account_managers", Always: false, AccountManagers.Tables, s => Plain(s, new AccountManagers())),
        new("insider_features", Always: false, ["insider_features"], s => Plain(s, new InsiderTable())),
        new(
            "purchase_histories",
            Always: false,
            ["purchase_histories"],
            s => Plain(s, new PurchaseHistoryTable())
        ),
        new(
            "thelook_features",
            Always: false,
            ["thelook_features"],
            s => Plain(s, new ThelookFeatureTable())
        ),
        new(
            "thelook_scores",
            Always: false,
            ["thelook_scores", "thelook_segments"],
            s => new ThelookScores(Settings.Bind<ThelookScoreOptions>(s))
        )
        {
            Settings = Names(Settings.Names<ThelookScoreOptions>()),
        },
        new(
            "thelook_regression",
            Always: false,
            ["thelook_regression", "thelook_importance", "thelook_explained"],
            s => Plain(s, new ThelookRegression())
        ),
    ];

    /// <summary>Slugs of all questions.</summary>
    public static IReadOnlyList<string> Slugs { get; } = [.. Kinds.Select(k => k.Slug)];

    /// <summary>Slug and wording of all questions.</summary>
    public static IReadOnlyList<IQuestion> All { get; } = [.. Kinds.Select(k => k.Make(None))];

    /// <summary>Settings that a question takes, as they are written.</summary>
    public static IReadOnlyList<string> SettingsOf(string slug) => Kinds.First(k => k.Slug == slug).Settings;

    /// <summary>Result tables of all questions.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. Kinds.SelectMany(k => k.Tables)];

    /// <summary>Slug of the question that makes a result table; null for a table of none.</summary>
    public static string? ThatMakes(string table) =>
        Kinds.FirstOrDefault(k => k.Tables.Contains(table, StringComparer.Ordinal))?.Slug;

    /// <summary>The questions to ask, with their settings. Settings of a question that is not asked are checked too.</summary>
    /// <param name="asked">Slugs, or empty for all that are always asked and those that the recipe names.</param>
    /// <param name="settings">Settings by question, those of the recipe with those of the user over them.</param>
    /// <exception cref="ValidationException">Names every unknown question and every bad setting at once.</exception>
    public static IReadOnlyList<IQuestion> Ask(
        IReadOnlyCollection<string> asked,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> settings
    )
    {
        var faults = new List<string>();
        foreach (var slug in asked.Concat(settings.Keys).Distinct().Except(Slugs))
        {
            faults.Add(
                $"There is no question '{slug}'{Spelling.Guess(slug, Slugs)}; there are {string.Join(", ", Slugs)}."
            );
        }

        var questions = Kinds
            .Select(kind => (kind, Question: Make(kind, settings.GetValueOrDefault(kind.Slug, None), faults)))
            .Where(q => IsAsked(q.kind, asked, settings))
            .Select(q => q.Question)
            .ToList();
        return faults.Count == 0
            ? [.. questions.OfType<IQuestion>()]
            : throw new ValidationException(string.Join("\n", faults));
    }

    /// <summary>Null if its settings are bad.</summary>
    static IQuestion? Make(Kind kind, IReadOnlyDictionary<string, string> given, List<string> faults)
    {
        var odd = kind.Settings.Length == 0 ? [] : given.Keys.Except([.. kind.Settings, .. Common]).ToList();
        faults.AddRange(Spelling.NoSettings(odd, kind.Settings).Select(fault => $"{kind.Slug}: {fault}"));
        try
        {
            return kind.Make(given.Where(s => !odd.Contains(s.Key)).ToDictionary());
        }
        catch (ValidationException error)
        {
            faults.AddRange(error.Message.Split('\n').Select(fault => $"{kind.Slug}: {fault}"));
            return null;
        }
    }

    static bool IsAsked(
        Kind kind,
        IReadOnlyCollection<string> asked,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> settings
    ) => asked.Count > 0 ? asked.Contains(kind.Slug) : kind.Always || settings.ContainsKey(kind.Slug);

    static IQuestion Plain(IReadOnlyDictionary<string, string> settings, IQuestion question) =>
        settings.Count == 0
            ? question
            : throw new ValidationException(
                $"it takes no settings, but has {string.Join(", ", settings.Keys)}."
            );

    static Segments MakeSegments(IReadOnlyDictionary<string, string> settings)
    {
        var common = settings.Keys.Where(k => Common.Contains(k)).ToList();
        var faults = common.ConvertAll(name => $"{name} is one for the whole run: use --{name}.");
        try
        {
            var (options, panel) = Settings.Bind<SegmentOptions, PanelOptions>(
                settings.Where(s => !common.Contains(s.Key)).ToDictionary()
            );
            if (faults.Count == 0)
            {
                return new Segments(options, panel);
            }
        }
        catch (ValidationException error)
        {
            faults.Add(error.Message);
        }

        throw new ValidationException(string.Join('\n', faults));
    }

    static string[] Names(params IEnumerable<IReadOnlyList<Setting>> records) =>
        [.. records.SelectMany(r => r).Select(s => s.Name).Distinct().Except(Common)];

    sealed record Kind(
        string Slug,
        bool Always,
        IReadOnlyList<string> Tables,
        Func<IReadOnlyDictionary<string, string>, IQuestion> Make
    )
    {
        internal string[] Settings { get; init; } = [];
    }
}
