namespace Clientele.Models;

/// <summary>A way to say what customers will spend.</summary>
public interface IValueModel
{
    /// <summary>snake_case.</summary>
    string Name { get; }

    /// <summary>True for a rule that others must beat.</summary>
    bool IsBaseline { get; }

    /// <summary>Learns from the task alone and says what each customer will spend.</summary>
    /// <param name="task">What is known.</param>
    /// <param name="cancel">Looked at now and then.</param>
    /// <returns>Null if the task has too little for this model.</returns>
    ValueForecast? Forecast(ForecastTask task, CancellationToken cancel = default);
}
