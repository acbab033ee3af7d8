namespace Clientele.Models;

/// <summary>How the points of a t-SNE push each other away.</summary>
interface IRepulsion
{
    /// <summary>Works out what every point feels of all others.</summary>
    /// <param name="points">x and y of every point in turn.</param>
    /// <param name="forces">Becomes Σⱼ (yᵢ − yⱼ) / (1 + |yᵢ − yⱼ|²)² for every point i: x and y in turn.</param>
    /// <param name="cancel">Looked at between blocks of points.</param>
    /// <returns>Σᵢ Σⱼ≠ᵢ 1 / (1 + |yᵢ − yⱼ|²).</returns>
    double Push(float[] points, float[] forces, CancellationToken cancel);
}
