using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>A sample of points, drawn without return.</summary>
public sealed record SampleOptions
{
    /// <summary>Most points.</summary>
    [Range(10, 1_000_000)]
    public int Size { get; init; } = 10_000;

    /// <summary>Equal seeds draw equal samples.</summary>
    public int Seed { get; init; }
}
