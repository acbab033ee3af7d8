using System.Globalization;

namespace Clientele.Models;

/// <summary>Reads one written setting as the type of its property.</summary>
static class SettingText
{
    /// <summary>The type of one item: of the list, of the nullable, or the type itself.</summary>
    internal static Type Item(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : Nullable.GetUnderlyingType(type) ?? type;

    internal static bool CanRead(Type type)
    {
        var item = Item(type);
        return item.IsEnum
            || item == typeof(string)
            || item == typeof(bool)
            || item == typeof(int)
            || item == typeof(long)
            || item == typeof(double);
    }

    /// <summary>What may be written, for a message: "a whole number".</summary>
    internal static string Kind(Type type)
    {
        var item = Item(type);
        var one =
            item.IsEnum ? $"one of {SnakeCase.Choices(item)}"
            : item == typeof(bool) ? "true or false"
            : item == typeof(double) ? "a number"
            : item == typeof(string) ? "a text"
            : "a whole number";
        return IsList(type) ? $"a list, separated by commas, each {one}" : one;
    }

    internal static bool TryRead(string text, Type type, out object? value)
    {
        if (IsList(type))
        {
            return TryReadList(text, Item(type), out value);
        }

        value = null;
        return (text.Trim().Length == 0 && Nullable.GetUnderlyingType(type) != null)
            || TryReadOne(text.Trim(), Item(type), out value);
    }

    static bool IsList(Type type) => type != typeof(string) && Item(type) != type && !type.IsValueType;

    static bool TryReadList(string text, Type item, out object? list)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var array = Array.CreateInstance(item, parts.Length);
        list = array;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!TryReadOne(parts[i], item, out var value))
            {
                return false;
            }

            array.SetValue(value, i);
        }

        return true;
    }

    static bool TryReadOne(string text, Type type, out object? value)
    {
        var culture = CultureInfo.InvariantCulture;
        value =
            type == typeof(string) ? text
            : type.IsEnum ? Choice(text, type)
            : type == typeof(bool) ? (bool.TryParse(text, out var flag) ? flag : null)
            : type == typeof(int) ? (int.TryParse(text, NumberStyles.Integer, culture, out var i) ? i : null)
            : type == typeof(long)
                ? (long.TryParse(text, NumberStyles.Integer, culture, out var l) ? l : null)
            : double.TryParse(text, NumberStyles.Float, culture, out var d) ? d
            : (object?)null;
        return value != null;
    }

    /// <summary>Words of a name may be joined by - too, as options are.</summary>
    static object? Choice(string text, Type type) =>
        Enum.GetNames(type)
            .FirstOrDefault(n => SnakeCase.Of(n).Equals(text.Replace('-', '_'), StringComparison.Ordinal))
            is { } name
            ? Enum.Parse(type, name)
            : null;
}
