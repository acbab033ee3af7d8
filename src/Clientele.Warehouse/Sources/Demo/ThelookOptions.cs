using System.ComponentModel.DataAnnotations;

namespace Clientele.Warehouse;

/// <summary>Settings of <see cref="ThelookShop"/>.</summary>
public sealed record ThelookOptions
{
    /// <summary>Rows of the extract: one an order, and one for each user without any.</summary>
    [Range(1_000, 1_000_000)]
    public int Rows { get; init; } = 27_734;

    /// <summary>Equal seeds give equal extracts.</summary>
    public int Seed { get; init; }

    /// <summary>Returns these options if every setting lies within its <c>[Range]</c>.</summary>
    /// <exception cref="ValidationException">A setting does not.</exception>
    internal ThelookOptions Checked()
    {
        Validator.ValidateObject(this, new(this), validateAllProperties: true);
        return this;
    }
}
