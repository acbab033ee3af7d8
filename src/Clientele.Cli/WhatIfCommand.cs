using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Clientele.Features;
using Clientele.Insights;
using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>clientele whatif --shop myshop --set frequency=+10%</c></summary>
static class WhatIfCommand
{
    static readonly string[] Names = ["frequency", "spend", "churn"];

    /// <summary>Of the segments, else of RFM.</summary>
    static readonly string[] Labels = ["segment_name", "rfm_segment"];

    static readonly Option<string> Shop = CommonOptions.PublishedShop();

    static readonly Option<string[]> Set = new("--set")
    {
        Description =
            "A change from now on: frequency, spend or churn, such as frequency=+10%. May be repeated",
        HelpName = "NAME=±N%",
        Required = true,
        CompletionSources = { Names.Select(name => $"{name}=").ToArray() },
    };

    static readonly Option<string> Output = new("--out")
    {
        Description =
            "The directory for whatif.csv and whatif_customers.csv; without it the totals go to stdout",
        HelpName = "DIR",
    };

    internal static Command Create()
    {
        var command = new Command(
            "whatif",
            "Tells what today's customers would be worth if they bought, spent or stopped otherwise\nExample: clientele whatif --shop myshop --set frequency=+10% --set churn=-5%"
        )
        {
            Shop,
            Set,
            Output,
        };
        command.SetAction(parsed =>
        {
            using var interruption = new Interruption();
            var change = Change(parsed.GetRequiredValue(Set));
            var shop = new ShopDirectory(parsed.GetRequiredValue(Shop));
            using var database = shop.OpenPublished();
            var manifest = shop.Manifest!;
            var study = new Study(
                database,
                new Moment(manifest.AsOf.ToDateTime(TimeOnly.MinValue)),
                manifest.Seed
            )
            {
                Numbers = new NumberText(Published.Style(shop)),
            };
            Write(
                WhatIf.Of(study, change, Segments(database), Told(database, manifest), interruption.Token),
                parsed.GetValue(Output)
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>All that is wrong with the changes and the directory.</summary>
    internal static IEnumerable<string> Faults(ParseResult parsed)
    {
        foreach (var text in parsed.GetResult(Set)?.Tokens.Select(t => t.Value) ?? [])
        {
            if (Fault(text) is { } fault)
            {
                yield return fault;
            }
        }

        if (CommonOptions.Word(parsed, Output) is { } output && File.Exists(output))
        {
            yield return $"--out is the file '{output}', but must be a directory.";
        }
    }

    static string? Fault(string text)
    {
        var (name, value) = Parts(text);
        return !Names.Contains(name)
                ? $"--set has no change '{name}'{Spelling.Guess(name, Names)}; there are {string.Join(", ", Names)}."
            : !(value is > -1 and <= 99)
                ? $"--set {name} is '{text[(name.Length + (text.Length > name.Length ? 1 : 0))..]}', but must be a change such as +10% or -5%, above -100%."
            : null;
    }

    /// <summary>The change as a share; NaN if it is none.</summary>
    static (string Name, double Value) Parts(string text)
    {
        var parts = text.Split('=', 2);
        var said = parts.Length < 2 ? "" : parts[1].Trim().Replace('−', '-');
        var number = said.EndsWith('%') ? said[..^1] : "";
        return (
            parts[0].Trim(),
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent)
                ? percent / 100
                : double.NaN
        );
    }

    /// <exception cref="ValidationException">One is changed twice.</exception>
    static ValueChange Change(string[] texts)
    {
        var changes = texts.Select(Parts).ToList();
        if (changes.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ValidationException($"--set changes {twice.Key} twice.");
        }

        double Of(string name) => 1 + changes.FirstOrDefault(c => c.Name == name).Value;
        return new ValueChange
        {
            Frequency = Of("frequency"),
            Spend = Of("spend"),
            Churn = Of("churn"),
        };
    }

    /// <summary>Of the segments, else of RFM, if either was asked.</summary>
    static Dictionary<string, string> Segments(IDatabase database)
    {
        var customers = database.ReadCustomers();
        var label = Labels.FirstOrDefault(name => customers.Columns.Any(c => c.Name == name));
        return label == null
            ? []
            : customers
                .Texts("customer_id")
                .Zip(customers.Texts(label))
                .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
    }

    /// <summary>What the report tells of 90 days, and by which model; null if value was not asked.</summary>
    static (string Model, double Soon)? Told(IDatabase database, Manifest manifest)
    {
        if (!manifest.Tables.ContainsKey("customer_value"))
        {
            return null;
        }

        var value = database.Read(
            new(
                "value",
                "select any_value(model) as model, sum(value_90d)::double as soon from results.customer_value"
            )
        );
        return (value.Texts("model")[0], value.Number("soon"));
    }

    static void Write(WhatIf told, string? folder)
    {
        if (folder == null)
        {
            Console.Error.WriteLine(told.Sentence);
            using var output = Console.OpenStandardOutput();
            CsvText.Write(told.Totals, output);
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var table in new[] { told.Totals, told.Customers })
        {
            using var file = File.Create(Path.Combine(folder, $"{table.Name}.csv"));
            CsvText.Write(table, file);
        }

        Console.WriteLine(told.Sentence);
        Console.WriteLine($"whatif.csv and whatif_customers.csv in {folder}");
    }
}
