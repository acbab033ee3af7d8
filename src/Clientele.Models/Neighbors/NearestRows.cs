namespace Clientele.Models;

/// <summary>The nearest rows met so far, nearest first, of equally near ones the lower row.</summary>
/// <param name="rows">Their rows; where none was met, <see cref="None"/>.</param>
/// <param name="distances">Their distances; where none was met, infinity.</param>
readonly ref struct NearestRows(Span<int> rows, Span<double> distances)
{
    /// <summary>Stands where no row was met yet.</summary>
    internal const int None = int.MaxValue;

    readonly Span<int> _rows = rows;
    readonly Span<double> _distances = distances;

    /// <summary>Distance of the last of the nearest; infinity until enough were met.</summary>
    internal double Farthest => _distances[^1];

    /// <summary>Forgets all.</summary>
    internal void Clear()
    {
        _rows.Fill(None);
        _distances.Fill(double.PositiveInfinity);
    }

    /// <summary>Takes a row in, if it is among the nearest; it must not have been met before.</summary>
    /// <returns>Whether it is.</returns>
    internal bool Add(int row, double distance)
    {
        var place = _rows.Length - 1;
        if (!IsNearer(row, distance, place))
        {
            return false;
        }

        for (; place > 0 && IsNearer(row, distance, place - 1); place--)
        {
            (_rows[place], _distances[place]) = (_rows[place - 1], _distances[place - 1]);
        }

        (_rows[place], _distances[place]) = (row, distance);
        return true;
    }

    bool IsNearer(int row, double distance, int place) =>
        distance < _distances[place] || (distance == _distances[place] && row < _rows[place]);
}
