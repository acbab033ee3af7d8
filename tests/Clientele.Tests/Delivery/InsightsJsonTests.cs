using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Clientele.Delivery;
using Clientele.Insights;

namespace Clientele.Tests;

public sealed class InsightsJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_exactly()
    {
        foreach (
            var report in new[]
            {
                TestReports.Small(),
                SampleReport.Create(),
                TestReports.Of(FigureKinds.Unknown()),
            }
        )
        {
            var written = Json(report);
            var read = InsightsJson.Read(new MemoryStream(written));

            AssertSame(report, read, "report");
            Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Json(read)));
        }
    }

    [Fact]
    public void Every_kind_of_figure_is_tried()
    {
        var kinds = typeof(Figure).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);

        Assert.Equal(kinds.ToHashSet(), FigureKinds.EveryKind("t").Select(f => f.GetType()).ToHashSet());
    }

    [Fact]
    public void Names_are_snake_case_and_unknown_numbers_are_null()
    {
        var json = Encoding.UTF8.GetString(Json(TestReports.Small()));

        Assert.StartsWith(
            "{\n  \"shop\": \"Tea \\u0026 Cups\",\n  \"as_of\": \"2026-01-01\"",
            json,
            StringComparison.Ordinal
        );
        Assert.Contains("\"key_figures\"", json, StringComparison.Ordinal);
        Assert.Matches("\"kind\": \"waterfall\",\\s+\"slug\": \"waterfall\",\\s+\"title\"", json);
        Assert.Contains("[1, null, 3]", json, StringComparison.Ordinal);
        Assert.Contains("\"format\": \"share\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(0.1)]
    [InlineData(1e21)]
    public void Every_number_comes_back_bit_by_bit(double value)
    {
        var report = TestReports.Of([
            new BarFigure("b", "t", "t", "u", NumberFormat.Number, [new Bar("x", value)]),
        ]);
        var read = InsightsJson.Read(new MemoryStream(Json(report)));

        var back = ((BarFigure)read.Insights[0].Figures[0]).Bars[0].Value;
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(back));
    }

    [Fact]
    public void Something_else_is_refused() =>
        Assert.Throws<JsonException>(() => InsightsJson.Read(new MemoryStream("null"u8.ToArray())));

    static byte[] Json(Report report)
    {
        using var output = new MemoryStream();
        InsightsJson.Write(report, output);
        return output.ToArray();
    }

    /// <summary>Compares every property, lists item by item: records alone compare lists by reference.</summary>
    static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is null or string or ValueType || actual is null)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
        }
        else if (expected is System.Collections.IEnumerable list)
        {
            object?[] left = [.. list.Cast<object?>()];
            object?[] right = [.. ((System.Collections.IEnumerable)actual).Cast<object?>()];
            Assert.True(left.Length == right.Length, $"{path}: {left.Length} became {right.Length}");
            for (var i = 0; i < left.Length; i++)
            {
                AssertSame(left[i], right[i], $"{path}[{i}]");
            }
        }
        else
        {
            Assert.Equal(expected.GetType(), actual.GetType());
            foreach (var property in expected.GetType().GetProperties())
            {
                AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
            }
        }
    }
}
