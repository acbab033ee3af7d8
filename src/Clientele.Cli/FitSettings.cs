using Clientele.Models;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary><c>--set name=value</c> of <c>fit</c>.</summary>
static class FitSettings
{
    /// <summary>The last of a name wins, as everywhere.</summary>
    internal static Dictionary<string, string> Of(IEnumerable<string> given)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (name, value) in CommonOptions.Pairs("--set", given))
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Settings that a model takes; none without a model.</summary>
    internal static IReadOnlyList<string> Names(ITableModel? model) =>
        [.. (model?.Settings ?? []).Select(s => s.Name).Distinct()];

    /// <summary>All that is wrong with them, a sentence each.</summary>
    internal static IEnumerable<string> Faults(ITableModel? model, IEnumerable<string> given)
    {
        var set = given.ToLookup(s => s.IndexOf('=', StringComparison.Ordinal) > 0);
        var faults = set[false].Select(wrong => $"--set takes name=value, not '{wrong}'.");
        if (model == null)
        {
            return faults;
        }

        var (settings, names) = (Of(set[true]), Names(model));
        var known = settings.Where(s => names.Contains(s.Key)).ToDictionary();
        return faults
            .Concat(Spelling.NoSettings(settings.Keys, names))
            .Concat(CommonOptions.Faults(() => model.Check(known)));
    }
}
