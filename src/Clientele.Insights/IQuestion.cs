namespace Clientele.Insights;

/// <summary>Something that the owner of a shop wants to know.</summary>
public interface IQuestion
{
    /// <summary>Its name: snake_case.</summary>
    string Slug { get; }

    /// <summary>As the owner would ask it.</summary>
    string Question { get; }

    /// <summary>Answers it, and saves the tables that hold the whole answer.</summary>
    /// <exception cref="InsufficientDataException">There is too little data for an honest answer.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled meanwhile.</exception>
    Insight Answer(Study study, CancellationToken cancel = default);
}
