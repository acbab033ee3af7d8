namespace Clientele.Models;

/// <summary>Which column of a table a model is to tell.</summary>
public sealed record TargetOptions
{
    /// <summary>Name of the column; empty for the last one.</summary>
    public string Target { get; init; } = "";
}

/// <summary>A table cut into the column that is to be told and those that tell it.</summary>
/// <param name="Name">The column that is to be told.</param>
/// <param name="Target">Its values.</param>
/// <param name="Features">The other columns.</param>
sealed record TargetColumn(string Name, double[] Target, NamedMatrix Features)
{
    /// <exception cref="ArgumentException">The table has no such column, or no other.</exception>
    internal static TargetColumn Of(NamedMatrix table, TargetOptions options)
    {
        var names = table.Columns.ToList();
        var place = options.Target.Length == 0 ? names.Count - 1 : names.IndexOf(options.Target);
        if (place < 0 || names.Count < 2)
        {
            throw new ArgumentException(
                place < 0
                    ? $"target is '{options.Target}', but the columns of numbers are {string.Join(", ", names)}."
                    : $"Besides the target '{names[place]}' the table needs another column of numbers.",
                nameof(table)
            );
        }

        var features = new Matrix(table.Values.Rows, names.Count - 1);
        for (var row = 0; row < features.Rows; row++)
        {
            table.Values[row][..place].CopyTo(features[row]);
            table.Values[row][(place + 1)..].CopyTo(features[row][place..]);
        }

        var name = names[place];
        names.RemoveAt(place);
        return new TargetColumn(name, table.Values.Column(place), new NamedMatrix(names, features));
    }
}
