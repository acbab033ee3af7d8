using Clientele.Delivery;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>The files of a run beside its database.</summary>
static class Documents
{
    internal static void WriteLedger(string folder, Table ledger) =>
        WriteCsv(Path.Combine(folder, "ledger.csv"), ledger);

    internal static void Write(string folder, Report report, IReadOnlyList<Table> tables)
    {
        foreach (var table in tables)
        {
            WriteCsv(Path.Combine(folder, "tables", $"{table.Name}.csv"), table);
        }

        using (var output = File.Create(Path.Combine(folder, "insights.json")))
        {
            InsightsJson.Write(report, output);
        }

        using var page = File.Create(Path.Combine(folder, "report.html"));
        new HtmlReportWriter().Write(report, page);
    }

    /// <summary>Learned models, to be used later.</summary>
    internal static void WriteModels(string folder, IReadOnlyDictionary<string, string> models)
    {
        foreach (var (name, model) in models)
        {
            File.WriteAllText(Path.Combine(folder, "models", $"{name}.json"), model);
        }
    }

    static void WriteCsv(string path, Table table)
    {
        using var output = File.Create(path);
        CsvText.Write(table, output);
    }
}
