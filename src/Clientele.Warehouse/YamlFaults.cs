using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Clientele.Warehouse;

/// <summary>What is wrong with a file of YAML, in words for who does not know YAML.</summary>
public static partial class YamlFaults
{
    /// <summary>The first thing that a reader stumbled on.</summary>
    /// <param name="text">The file.</param>
    /// <param name="error">What the reader said.</param>
    /// <returns>The line from 1 on, and what to mend there.</returns>
    public static (long Line, string Said) Of(string text, YamlException error)
    {
        var tab = Array.FindIndex(text.Split('\n'), Tab().IsMatch);
        return Twice(text) is { } twice ? (twice.Line, $"'{twice.Key}' stands here a second time: keep one.")
            : tab >= 0 ? (tab + 1, "the line begins with a tab: use blanks instead.")
            : (
                error.Start.Line,
                "this cannot be read: look here and above for a bracket or a quote that is not closed, a colon without a blank after it, and uneven blanks."
            );
    }

    /// <summary>Faults that begin with, or hold, <c>line N:</c> in the order of these lines; others come first.</summary>
    public static IEnumerable<string> InOrder(IEnumerable<string> faults) =>
        faults.OrderBy(fault =>
            Line().Match(fault) is { Success: true } found
                ? long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
                : 0
        );

    static (long Line, string Key)? Twice(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            return parser.Accept<StreamEnd>(out _) ? null : Document(parser);
        }
        catch (YamlException)
        {
            return null;
        }
    }

    static (long Line, string Key)? Document(Parser parser)
    {
        parser.Consume<DocumentStart>();
        return Node(parser);
    }

    static (long Line, string Key)? Node(Parser parser)
    {
        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (Node(parser) is { } twice)
                {
                    return twice;
                }
            }
        }
        else if (parser.TryConsume<MappingStart>(out _))
        {
            return Mapping(parser);
        }
        else
        {
            parser.MoveNext();
        }

        return null;
    }

    static (long Line, string Key)? Mapping(Parser parser)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.Accept<Scalar>(out var key) && !keys.Add(key.Value))
            {
                return (key.Start.Line, key.Value);
            }

            if ((Node(parser) ?? Node(parser)) is { } twice)
            {
                return twice;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^ *\t\s*\S", RegexOptions.None, 1000)]
    private static partial Regex Tab();

    [GeneratedRegex(@"\bline (?<line>\d+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
