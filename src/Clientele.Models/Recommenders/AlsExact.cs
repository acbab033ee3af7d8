namespace Clientele.Models;

/// <summary>Solves for one row by Cholesky's factors, in double precision.</summary>
static class AlsExact
{
    internal static void Solve(float[] gram, AlsScratch own, int i, int factors)
    {
        var rows = own.Rows(i);
        var excess = own.Excess(i);
        var confidence = own.Confidence(i);
        var width = own.Solution.Length / FactorKernel.Tile;
        var (left, right) = (new Matrix(factors, factors), new double[factors]);
        for (var a = 0; a < factors; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                left[a][b] = gram[(a * width) + b];
            }
        }

        for (var place = 0; place < confidence.Length; place++)
        {
            var y = rows.Slice(place * width, factors);
            for (var a = 0; a < factors; a++)
            {
                var row = left[a];
                var scaled = (double)excess[place] * y[a];
                right[a] += (double)confidence[place] * y[a];
                for (var b = 0; b <= a; b++)
                {
                    row[b] += scaled * y[b];
                }
            }
        }

        var solution = own.Of(own.Solution, i);
        if (Cholesky.Factor(left) is { } lower)
        {
            Cholesky.Solve(lower, right);
            for (var a = 0; a < factors; a++)
            {
                solution[a] = (float)right[a];
            }
        }
    }
}
