namespace Clientele.Delivery;

/// <summary>A medium: turns a report into bytes.</summary>
public interface IReportWriter
{
    /// <summary>The file's ending, without a dot.</summary>
    string Extension { get; }

    /// <summary>Writes the whole report; the same report gives the same bytes.</summary>
    void Write(Report report, Stream output);
}
