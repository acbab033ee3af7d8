using System.Globalization;
using System.Text.RegularExpressions;
using Clientele.Delivery;

namespace Clientele.Tests;

/// <summary>The colours of groups, as they look to people with each kind of colour blindness.</summary>
/// <remarks>Source: Machado, Oliveira and Fernandes (2009), full severity; contrast: WCAG 2.2; distance: CIE 1976.</remarks>
public sealed partial class ColourTests
{
    const double Apart = 12;

    static readonly double[][] Views =
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    ];

    [Theory]
    [InlineData("light.css")]
    [InlineData("dark.css")]
    public void Groups_differ_for_the_colour_blind_too(string theme)
    {
        var groups = Enumerable.Range(1, 8).Select(i => Colours(theme)[$"s{i}"]).ToList();

        foreach (var view in Views)
        {
            var seen = groups.ConvertAll(g => Lab(See(view, g)));
            var pairs = seen.SelectMany((a, i) => seen.Skip(i + 1).Select(b => Distance(a, b)));
            Assert.All(pairs, distance => Assert.True(distance > Apart, $"{theme}: {distance:0.0}"));
        }
    }

    [Theory]
    [InlineData("light.css")]
    [InlineData("dark.css")]
    public void Shapes_and_texts_stand_out_from_the_paper(string theme)
    {
        var colours = Colours(theme);

        Assert.All(
            Enumerable.Range(1, 8),
            i =>
            {
                Assert.InRange(Contrast(colours[$"s{i}"], colours["paper"]), 3, 21);
                Assert.InRange(Contrast(colours[$"t{i}"], colours["paper"]), 4.5, 21);
            }
        );
        Assert.All(
            Enumerable.Range(0, 11).SelectMany(i => (string[])[$"h{i}", $"d{i}"]),
            cell => Assert.InRange(Contrast(colours[cell], colours[cell + "t"]), 4.5, 21)
        );
    }

    static Dictionary<string, double[]> Colours(string theme)
    {
        using var stream = typeof(Chart).Assembly.GetManifestResourceStream(theme)!;
        using var reader = new StreamReader(stream);
        return Definition()
            .Matches(reader.ReadToEnd())
            .ToDictionary(m => m.Groups["name"].Value, m => Linear(m.Groups["colour"].Value));
    }

    static double[] Linear(string hex) =>
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i =>
                    int.Parse(hex.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    / 255.0
                )
                .Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)),
        ];

    static double[] See(double[] view, double[] colour) =>
        [
            .. Enumerable
                .Range(0, 3)
                .Select(r =>
                    Math.Clamp(Enumerable.Range(0, 3).Sum(c => view[(3 * r) + c] * colour[c]), 0, 1)
                ),
        ];

    static double[] Lab(double[] c)
    {
        var x = Root(((0.4124 * c[0]) + (0.3576 * c[1]) + (0.1805 * c[2])) / 0.9505);
        var y = Root(Luminance(c));
        var z = Root(((0.0193 * c[0]) + (0.1192 * c[1]) + (0.9505 * c[2])) / 1.089);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }

    static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16 / 116.0);

    static double Luminance(double[] c) => (0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2]);

    static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    static double Contrast(double[] a, double[] b)
    {
        var (low, high) = (Math.Min(Luminance(a), Luminance(b)), Math.Max(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    [GeneratedRegex("--(?<name>\\w+):#(?<colour>[0-9a-f]{6})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Definition();
}
