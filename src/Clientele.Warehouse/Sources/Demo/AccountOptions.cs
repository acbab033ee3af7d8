using System.ComponentModel.DataAnnotations;

namespace Clientele.Warehouse;

/// <summary>Settings of <see cref="AccountShop"/>.</summary>
public sealed record AccountOptions
{
    /// <summary>Customers in the United States; one to every nineteen of them comes on top from elsewhere.</summary>
    [Range(50, 5_000_000)]
    public int Customers { get; init; } = 32_328;

    /// <summary>Equal seeds give equal shops.</summary>
    public int Seed { get; init; }

    /// <summary>Returns these options if every setting lies within its <c>[Range]</c>.</summary>
    /// <exception cref="ValidationException">A setting does not.</exception>
    internal AccountOptions Checked()
    {
        Validator.ValidateObject(this, new(this), validateAllProperties: true);
        return this;
    }
}
