using System.Reflection;

namespace Clientele.Warehouse;

/// <summary>One SQL statement and the name under which errors speak of it.</summary>
/// <param name="Name">The file without its ending, or a few words.</param>
/// <param name="Text">One statement; parameters are written <c>$name</c>.</param>
public readonly record struct Sql(string Name, string Text)
{
    /// <summary>The embedded file <c>name.sql</c> of a room.</summary>
    /// <exception cref="WarehouseException">The room has no such file.</exception>
    public static Sql File(string name, Assembly room)
    {
        using var stream =
            room.GetManifestResourceStream($"{name}.sql")
            ?? throw new WarehouseException($"{room.GetName().Name} has no file {name}.sql.");
        using var reader = new StreamReader(stream);
        return new Sql(name, reader.ReadToEnd());
    }
}

/// <summary>A value for <c>$name</c> in a statement.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Value">A string, int, long, double, decimal, bool, DateOnly or DateTime; null for NULL.</param>
public readonly record struct Parameter(string Name, object? Value)
{
    /// <summary>Lets a call read <c>("as_of", day)</c>.</summary>
    public static implicit operator Parameter((string Name, object? Value) pair) =>
        new(pair.Name, pair.Value);
}
