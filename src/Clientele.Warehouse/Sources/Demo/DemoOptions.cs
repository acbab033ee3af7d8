using System.ComponentModel.DataAnnotations;

namespace Clientele.Warehouse;

/// <summary>Settings of <see cref="DemoShop"/>.</summary>
public sealed record DemoOptions
{
    /// <summary>Registered customers, some of whom never buy; guests come on top.</summary>
    [Range(50, 5_000_000)]
    public int Customers { get; init; } = 5_000;

    /// <summary>Calendar months from <see cref="Start"/> on.</summary>
    [Range(6, 120)]
    public int Months { get; init; } = 30;

    /// <summary>Whether visits to the web site are made too. Orders are the same either way.</summary>
    public bool Browsing { get; init; } = true;

    /// <summary>Equal seeds give equal shops.</summary>
    public int Seed { get; init; }

    /// <summary>The day on which the shop opens.</summary>
    [Range(typeof(DateOnly), "1990-01-01", "2100-01-01", ParseLimitsInInvariantCulture = true)]
    public DateOnly Start { get; init; } = new(2022, 1, 1);

    /// <summary>Threads at work, 0 for all cores. The shop is the same with any number.</summary>
    [Range(0, 1024)]
    public int Threads { get; init; }

    /// <summary>Returns these options if every setting lies within its <c>[Range]</c>.</summary>
    /// <exception cref="ValidationException">The message names every setting that does not, and its limits.</exception>
    internal DemoOptions Checked()
    {
        var errors = new List<ValidationResult>();
        return Validator.TryValidateObject(this, new(this), errors, validateAllProperties: true)
            ? this
            : throw new ValidationException(
                $"{nameof(DemoOptions)}: {string.Join(" ", errors.Select(e => e.ErrorMessage))}"
            );
    }
}
