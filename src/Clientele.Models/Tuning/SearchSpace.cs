using System.Globalization;

namespace Clientele.Models;

/// <summary>Something that a search may set: a choice, a whole or a real number.</summary>
/// <param name="Name">Its name in a trial.</param>
/// <param name="When">What another parameter must be for this one to be there; null for always.</param>
public abstract record Parameter(string Name, Condition? When)
{
    /// <summary>Whether it is there beside the values of parameters before it.</summary>
    internal bool IsActive(IReadOnlyDictionary<string, string> values) =>
        When == null || (values.TryGetValue(When.Name, out var value) && When.Values.Contains(value));
}

/// <summary>What another parameter must be.</summary>
/// <param name="Name">That parameter, which stands before the one that depends on it.</param>
/// <param name="Values">Values as they are written, of which it has one.</param>
public sealed record Condition(string Name, IReadOnlyList<string> Values);

/// <summary>One of several words.</summary>
/// <param name="Name">Its name in a trial.</param>
/// <param name="Choices">The words, each different.</param>
/// <param name="When">What another parameter must be for this one to be there; null for always.</param>
public sealed record ChoiceParameter(string Name, IReadOnlyList<string> Choices, Condition? When = null)
    : Parameter(Name, When);

/// <summary>A whole number.</summary>
/// <param name="Name">Its name in a trial.</param>
/// <param name="Least">Its least value.</param>
/// <param name="Greatest">Its greatest value.</param>
/// <param name="Log">Whether the ratio of two values matters, not their difference; the least must then be above 0.</param>
/// <param name="When">What another parameter must be for this one to be there; null for always.</param>
public sealed record WholeParameter(
    string Name,
    int Least,
    int Greatest,
    bool Log = false,
    Condition? When = null
) : Parameter(Name, When);

/// <summary>A real number.</summary>
/// <param name="Name">Its name in a trial.</param>
/// <param name="Least">Its least value.</param>
/// <param name="Greatest">Its greatest value.</param>
/// <param name="Log">Whether the ratio of two values matters, not their difference; the least must then be above 0.</param>
/// <param name="When">What another parameter must be for this one to be there; null for always.</param>
public sealed record RealParameter(
    string Name,
    double Least,
    double Greatest,
    bool Log = false,
    Condition? When = null
) : Parameter(Name, When);

/// <summary>All that a search may set.</summary>
public sealed record SearchSpace
{
    /// <summary>Describes a space.</summary>
    /// <param name="parameters">Those that others depend on stand before them.</param>
    /// <exception cref="ArgumentException">A name stands twice, limits are the wrong way round, or a condition names nothing before it.</exception>
    public SearchSpace(IReadOnlyList<Parameter> parameters)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var fault =
                parameter.When is { } when && !before.Contains(when.Name)
                    ? $"depends on {when.Name}, which does not stand before it"
                : !before.Add(parameter.Name) ? "stands twice"
                : Fault(parameter);
            if (fault != null)
            {
                throw new ArgumentException($"Parameter {parameter.Name} {fault}.", nameof(parameters));
            }
        }

        Parameters = parameters;
    }

    /// <summary>In the order in which they are chosen.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    static string? Fault(Parameter parameter)
    {
        var (least, greatest, log) = parameter switch
        {
            WholeParameter whole => (whole.Least, whole.Greatest, whole.Log),
            RealParameter real => (real.Least, real.Greatest, real.Log),
            _ => (0.0, 0.0, false),
        };
        return parameter is ChoiceParameter { Choices: var choices }
                ? (
                    choices.Count == 0 || choices.Distinct().Count() < choices.Count
                        ? "needs choices that differ"
                        : null
                )
            : !(least <= greatest) || !double.IsFinite(greatest - least)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"lies between {least} and {greatest}, which is nowhere"
                )
            : log && least <= 0 ? "is logarithmic and must be above 0"
            : null;
    }
}
