using System.ComponentModel.DataAnnotations;
using Clientele.Models;

namespace Clientele.Tests.Models;

public sealed class SettingsTests
{
    sealed record Everything
    {
        public int? Maybe { get; init; } = 3;
        public bool Flag { get; init; }
        public string Text { get; init; } = "a";
        public long Large { get; init; }

        [Range(0.0, 1.0)]
        public double Share { get; init; } = 0.5;
        public IReadOnlyList<string> Words { get; init; } = ["x", "y"];
        public IReadOnlyList<double> Numbers { get; init; } = [];
        public ScaleMethod Scale { get; init; } = ScaleMethod.ZScore;
    }

    static Dictionary<string, string> Values(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal);

    [Fact]
    public void Every_kind_of_setting_is_read()
    {
        var bound = Settings.Bind<Everything>(
            Values(
                ("maybe", ""),
                ("flag", "true"),
                ("text", "b, c"),
                ("large", "9000000000"),
                ("share", "0.25"),
                ("words", "one, two"),
                ("numbers", "1.5,2e3"),
                ("scale", "min_max")
            )
        );

        Assert.Null(bound.Maybe);
        Assert.True(bound.Flag);
        Assert.Equal("b, c", bound.Text);
        Assert.Equal(9_000_000_000, bound.Large);
        Assert.Equal(0.25, bound.Share);
        Assert.Equal(["one", "two"], bound.Words);
        Assert.Equal([1.5, 2000], bound.Numbers);
        Assert.Equal(ScaleMethod.MinMax, bound.Scale);
    }

    [Fact]
    public void No_settings_are_the_defaults() =>
        Assert.Equal(new KMeansOptions(), Settings.Bind<KMeansOptions>(Values()));

    [Fact]
    public void All_bad_settings_are_named_at_once_with_limits_and_values()
    {
        var error = Assert.Throws<ValidationException>(() =>
            Settings.Bind<KMeansOptions>(
                Values(
                    ("clusters", "0"),
                    ("colour", "red"),
                    ("starts", "many"),
                    ("start", "best"),
                    ("tolerance", "-1")
                )
            )
        );

        Assert.Contains(
            "clusters is 0, but must lie between 1 and 1000.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "colour is not a setting; known are clusters, start",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "starts is 'many', but must be a whole number.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "start is 'best', but must be one of plus_plus, random.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "tolerance is -1, but must lie between 0 and 1.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void A_share_that_is_no_number_is_out_of_its_limits(string value) =>
        Assert.Throws<ValidationException>(() => Settings.Bind<Everything>(Values(("share", value))));

    [Fact]
    public void A_number_is_not_the_name_of_a_choice() =>
        Assert.Throws<ValidationException>(() => Settings.Bind<Everything>(Values(("scale", "1"))));

    [Fact]
    public void Names_tell_defaults_and_limits()
    {
        var names = Settings.Names<KMeansOptions>();

        Assert.Equal(new Setting("clusters", "8", "1 to 1000"), names[0]);
        Assert.Equal(new Setting("start", "plus_plus", "plus_plus, random"), names[1]);
        Assert.Equal(
            "knee,silhouette,calinski_harabasz,davies_bouldin,gap,stability",
            Settings.Names<PanelOptions>().Single(s => s.Name == "members").Default
        );
    }

    [Fact]
    public void Written_settings_bind_to_themselves()
    {
        var options = new PanelOptions { Members = [PanelMember.Gap], Seed = 7 };

        var bound = Settings.Bind<PanelOptions>(Settings.Written(options));

        Assert.Equal(options.Members, bound.Members);
        Assert.Equal(options, bound with { Members = options.Members });
    }

    /// <summary>All records of options, whatever room their algorithm came to.</summary>
    public static TheoryData<Type> Options =>
        [
            .. typeof(KMeans)
                .Assembly.GetExportedTypes()
                .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Options))]
    public void Default_options_are_valid(Type type) =>
        Assert.NotNull(
            typeof(Require)
                .GetMethod(nameof(Require.Valid))!
                .MakeGenericMethod(type)
                .Invoke(null, [Activator.CreateInstance(type)])
        );

    [Fact]
    public void A_door_names_the_record_the_limits_and_the_value() =>
        Assert.Equal(
            "KMeansOptions: clusters is 0, but must lie between 1 and 1000.",
            Assert.Throws<ValidationException>(() => new KMeans(new KMeansOptions { Clusters = 0 })).Message
        );
}
