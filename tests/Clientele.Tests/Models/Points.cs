using System.Globalization;
using System.IO.Compression;
using Clientele.Models;

namespace Clientele.Tests.Models;

/// <summary>Points that several tests use.</summary>
static class Points
{
    static readonly int[] Steps = [1, 3, 2, 4];

    /// <summary>Well separated round clouds, one after the other, and which cloud each point is of.</summary>
    internal static (Matrix Points, int[] Labels) Blobs(int clusters, int size, int columns, int seed = 1)
    {
        var random = new Random(seed);
        var points = new Matrix(clusters * size, columns);
        var labels = new int[clusters * size];
        for (var i = 0; i < points.Rows; i++)
        {
            labels[i] = i / size;
            for (var j = 0; j < columns; j++)
            {
                // Up to five clouds, no three on a line; each is two wide and twenty from the next.
                var corner = labels[i] * Steps[j % 4] % 5 * 20.0;
                points[i][j] = corner + (random.NextDouble() * 2);
            }
        }

        return (points, labels);
    }

    /// <summary>Evenly spread points between 0 and 1.</summary>
    internal static Matrix Even(int rows, int columns, int seed = 1)
    {
        var random = new Random(seed);
        return new Matrix([.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble())], columns);
    }

    /// <summary>Fisher's irises: 150 × 4, and their three species in turn.</summary>
    internal static (Matrix Points, int[] Species) Iris()
    {
        var lines = File.ReadAllLines(TestData.Data("classic/iris.csv")).Skip(1).ToList();
        var values = lines
            .SelectMany(line => line.Split(',').Take(4))
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))
            .ToArray();
        return (new Matrix(values, columns: 4), [.. Enumerable.Range(0, 150).Select(i => i / 50)]);
    }

    /// <summary>1,797 written digits: 64 grey values each.</summary>
    internal static Matrix Digits()
    {
        using var file = File.OpenRead(TestData.Data("digits/digits.csv.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var values = new List<double>();
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            values.AddRange(
                line.Split(',').Take(64).Select(v => double.Parse(v, CultureInfo.InvariantCulture))
            );
        }

        return new Matrix([.. values], columns: 64);
    }
}
