namespace Clientele.Models;

/// <summary>A sum that carries the rounding error of every addition along.</summary>
/// <remarks>Source: Neumaier (1974), ZAMM 54.</remarks>
struct CompensatedSum
{
    double _sum;
    double _lost;

    /// <summary>The sum so far.</summary>
    internal readonly double Value => _sum + _lost;

    internal void Add(double value)
    {
        var sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? (_sum - sum) + value : (value - sum) + _sum;
        _sum = sum;
    }
}
