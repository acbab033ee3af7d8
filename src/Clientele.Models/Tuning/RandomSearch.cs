namespace Clientele.Models;

/// <summary>Tries values drawn evenly, whatever came of those before.</summary>
/// <remarks>Source: Bergstra and Bengio (2012), "Random Search for Hyper-Parameter Optimization", JMLR 13.</remarks>
/// <param name="space">What may be set.</param>
/// <param name="seed">Equal seeds suggest the same.</param>
public sealed class RandomSearch(SearchSpace space, int seed = 0) : ISearch
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Suggest(IReadOnlyList<Trial> finished)
    {
        var random = new Random(Seeds.Of(seed, finished.Count));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in space.Parameters.Where(parameter => parameter.IsActive(values)))
        {
            var choices = UnitScale.Choices(parameter);
            var unit = choices > 0 ? random.Next(choices) : random.NextDouble();
            values.Add(parameter.Name, UnitScale.Write(parameter, unit));
        }

        return values;
    }
}
