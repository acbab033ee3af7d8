namespace Clientele.Models;

/// <summary>What to know of a fit, in sentences.</summary>
static class LifetimeNotes
{
    /// <summary>Logarithms of parameters from which on nobody could tell one from a greater one.</summary>
    const double Edge = 11;

    /// <summary>Standard error of a logarithm above which a parameter is unknown by orders of magnitude.</summary>
    const double Unknown = 2;

    internal static bool IsAtEdge(double[] point) => point.Any(p => Math.Abs(p) > Edge);

    internal static string Of(LawFacts facts, double[] point, double[] errors, bool converged)
    {
        var edge = facts
            .Parameters.Where((_, i) => Math.Abs(point[i]) > Edge)
            .Select((name, _) => $"{name} → {(point[Array.IndexOf(facts.Parameters, name)] > 0 ? "∞" : "0")}")
            .ToList();
        if (edge.Count > 0)
        {
            return $"{facts.Name} runs to its edge ({string.Join(", ", edge)}): these customers do not show what it would tell apart.";
        }

        if (errors.Any(e => !(e <= Unknown)))
        {
            return $"The likelihood of {facts.Name} is a ridge: several parameters together tell nearly the same, so that each alone is not known.";
        }

        return converged
            ? ""
            : $"The search for {facts.Name} ended before it settled: its gradient is not nothing.";
    }
}
