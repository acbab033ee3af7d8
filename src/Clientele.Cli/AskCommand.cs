using System.CommandLine;
using System.Text.Json;
using Clientele.Delivery;
using Clientele.Insights;
using Clientele.Warehouse;
using Spectre.Console;

namespace Clientele.Cli;

/// <summary><c>clientele ask segments --shop myshop</c></summary>
static class AskCommand
{
    internal static Command Create()
    {
        var slug = new Argument<string?>("question")
        {
            Description = "What to ask; --list names all",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "QUESTION",
            CompletionSources = { Questions.Slugs.ToArray() },
        };
        var list = new Option<bool>("--list") { Description = "Name all questions" };
        var (shop, json) = (CommonOptions.Shop(), CommonOptions.Json());
        var command = new Command(
            "ask",
            "Prints a published answer\nExample: clientele ask segments --shop myshop"
        )
        {
            slug,
            shop,
            list,
            json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(list))
            {
                List(parsed.GetValue(json));
                return ExitCodes.Ok;
            }

            if (parsed.GetValue(slug) is not { } asked || parsed.GetValue(shop) is not { } directory)
            {
                throw new ConfigurationException(
                    "ask needs a QUESTION and --shop DIR, as in: clientele ask rfm --shop myshop\nclientele ask --list names all questions."
                );
            }

            Answer(new ShopDirectory(directory), asked, parsed.GetValue(json));
            return ExitCodes.Ok;
        });
        return command;
    }

    static void List(bool json)
    {
        if (json)
        {
            var questions = Questions.All.Select(q => new { q.Slug, q.Question });
            Console.WriteLine(JsonSerializer.Serialize(new { Questions = questions }, RunOutput.Json));
            return;
        }

        foreach (var question in Questions.All)
        {
            Console.WriteLine($"{question.Slug, -18} {question.Question}");
        }
    }

    static void Answer(ShopDirectory shop, string slug, bool json)
    {
        var (report, insight) = Published.Answer(shop, slug);
        if (json)
        {
            Console.WriteLine(InsightsJson.Text(insight));
            return;
        }

        Write($"{insight.Question}\n", new Style(decoration: Decoration.Bold));
        Write($"{(insight.Unanswered ? "Not answered: " : "")}{insight.Answer}\n\n", Style.Plain);
        var numbers = new NumberText(report.Style);
        foreach (var key in insight.KeyFigures)
        {
            var note = key.Note.Length == 0 ? "" : $" ({key.Note})";
            Write($"  {key.Label}: {numbers.Text(key.Value, key.Format)}{note}\n", Style.Plain);
        }

        foreach (var caveat in insight.Caveats)
        {
            Write($"! {caveat}\n", new Style(Color.Yellow));
        }
    }

    /// <summary>With NO_COLOR no escape code at all: bold is one too.</summary>
    static readonly Lazy<IAnsiConsole> Terminal = new(() =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
                    ? AnsiSupport.No
                    : AnsiSupport.Detect,
            }
        )
    );

    /// <summary>Styled and broken at words on a terminal; as it stands for a file or another program.</summary>
    static void Write(string text, Style style)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Write(text);
        }
        else
        {
            Terminal.Value.Write(new Paragraph(text, style));
        }
    }
}
