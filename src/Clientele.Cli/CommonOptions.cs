using System.CommandLine;
using System.Globalization;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>Options that several commands take, so that they read the same everywhere.</summary>
static class CommonOptions
{
    internal static Option<string> Shop() => ShopOption(required: false);

    internal static Option<string> PublishedShop() => ShopOption(required: true);

    static Option<string> ShopOption(bool required)
    {
        var option = new Option<string>("--shop")
        {
            Description = "The shop's directory",
            HelpName = "DIR",
            Required = required,
        };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            {
                given.AddError("--shop is empty, but must name a directory.");
            }
        });
        return option;
    }

    internal static Option<int> Seed() =>
        Number("--seed", "Where all chance comes from; equal seeds give equal results", 0, int.MaxValue, 0);

    internal static Option<int> Threads() =>
        Number("--threads", "Threads to use, 0 for every core; changes no result", 0, 1024, 0);

    internal static Option<bool> Json() =>
        new("--json") { Description = "Print one JSON object on stdout and all talk on stderr" };

    internal static Option<bool> Quiet() => new("--quiet") { Description = "Print only the outcome" };

    /// <summary>A whole number within limits, both included.</summary>
    internal static Option<int> Number(string name, string description, int least, int most, int usual) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    int.TryParse(text, CultureInfo.InvariantCulture, out var number)
                    && number >= least
                    && number <= most
                )
                {
                    return number;
                }

                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name} is '{text}', but must be a whole number from {least:N0} to {most:N0}."
                    )
                );
                return usual;
            },
        };

    internal static Option<DateOnly?> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            CustomParser = result =>
            {
                if (
                    DateOnly.TryParseExact(
                        result.Tokens[0].Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    return day;
                }

                result.AddError(
                    $"{name} is '{result.Tokens[0].Value}', but must be a day such as 2011-12-31."
                );
                return null;
            },
        };

    /// <summary>Splits NAME=VALUE pairs; the first equals sign parts them.</summary>
    /// <exception cref="ConfigurationException">Names every text that is no pair.</exception>
    internal static List<(string Name, string Value)> Pairs(string option, IEnumerable<string> given)
    {
        var texts = given.ToList();
        var wrong = texts.Where(t => t.IndexOf('=', StringComparison.Ordinal) < 1).ToList();
        return wrong.Count == 0
            ? [.. texts.Select(t => t.Split('=', 2)).Select(p => (p[0].Trim(), p[1].Trim()))]
            : throw new ConfigurationException(
                string.Join("\n", wrong.Select(t => $"{option} takes NAME=VALUE, not '{t}'."))
            );
    }

    /// <summary>Values as they were written: what the parser refuses is not lost.</summary>
    internal static IReadOnlyList<string> Words(ParseResult parsed, Symbol symbol) =>
        [.. parsed.GetResult(symbol)?.Tokens.Select(t => t.Value) ?? []];

    /// <summary>The last of them; null for none.</summary>
    internal static string? Word(ParseResult parsed, Symbol symbol) =>
        Words(parsed, symbol) is [.., var last] ? last : null;

    /// <summary>The parts of a list that is written with commas.</summary>
    internal static string[] Parts(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Reads settings before anything else, so that every bad one is named at once.</summary>
    /// <returns>What is wrong, a sentence each.</returns>
    internal static IEnumerable<string> Faults(params ReadOnlySpan<Action> readings)
    {
        var faults = new List<string>();
        foreach (var read in readings)
        {
            try
            {
                read();
            }
            catch (Exception error)
                when (error
                        is ConfigurationException
                            or System.ComponentModel.DataAnnotations.ValidationException
                )
            {
                faults.AddRange(error.Message.Split('\n'));
            }
        }

        return faults.Distinct();
    }
}
