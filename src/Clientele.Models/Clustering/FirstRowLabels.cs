namespace Clientele.Models;

/// <summary>Labels of sets that are named by anything, numbered in the order of their first rows.</summary>
static class FirstRowLabels
{
    /// <param name="rows">Number of rows.</param>
    /// <param name="set">The name of a row's set, at least 0, or <see cref="IClustering.Noise"/>, which is kept.</param>
    internal static int[] Of(int rows, Func<int, int> set)
    {
        var numbers = new Dictionary<int, int>();
        var labels = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var name = set(row);
            if (name != IClustering.Noise && !numbers.TryGetValue(name, out labels[row]))
            {
                numbers[name] = labels[row] = numbers.Count;
            }
            else if (name == IClustering.Noise)
            {
                labels[row] = IClustering.Noise;
            }
        }

        return labels;
    }
}
