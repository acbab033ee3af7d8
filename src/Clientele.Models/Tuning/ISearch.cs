namespace Clientele.Models;

/// <summary>Says what to try next.</summary>
/// <remarks>The trials so far are all that it knows: a search goes on from them as if it had never stopped.</remarks>
public interface ISearch
{
    /// <summary>What to try next, given all trials so far.</summary>
    /// <param name="finished">In the order of their numbers.</param>
    /// <returns>Values of the parameters that are there, as they would be written in settings.</returns>
    IReadOnlyDictionary<string, string> Suggest(IReadOnlyList<Trial> finished);
}

/// <summary>Says which trials are not worth running to their end.</summary>
public interface IPruner
{
    /// <summary>Whether to give a trial up.</summary>
    /// <param name="steps">Its values on the way so far, the higher the better; at least one.</param>
    /// <param name="finished">All trials that are over.</param>
    bool GivesUp(IReadOnlyList<double> steps, IReadOnlyList<Trial> finished);
}
