using System.ComponentModel.DataAnnotations;

namespace Clientele.Models;

/// <summary>Settings of <see cref="SequentialRules"/>.</summary>
public sealed record SequenceOptions
{
    /// <summary>Days within which the second item must follow the first.</summary>
    [Range(1, 100_000)]
    public int Days { get; init; } = 90;

    /// <summary>Customers of whom the second must have followed the first.</summary>
    [Range(1, int.MaxValue)]
    public int MinCustomers { get; init; } = 10;

    /// <summary>Most threads; 0 for one a core. Does not change the result.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }
}
