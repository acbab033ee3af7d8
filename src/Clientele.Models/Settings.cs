using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Clientele.Models;

/// <summary>A setting that a record of options has.</summary>
/// <param name="Name">Its key, in snake_case.</param>
/// <param name="Default">Its default as it would be written; empty for none.</param>
/// <param name="Limits">What it may be: "2 to 1000", "z_score, min_max", or empty.</param>
public sealed record Setting(string Name, string Default, string Limits);

/// <summary>Turns written settings into records of options.</summary>
/// <remarks>
/// Keys are the properties in snake_case. Numbers are read with the invariant culture, lists are separated by commas,
/// an empty text is null where null is allowed.
/// </remarks>
public static class Settings
{
    /// <summary>A <typeparamref name="T"/> with the given settings and defaults for the others.</summary>
    /// <exception cref="ValidationException">Names every bad setting at once: unknown, unreadable or out of its limits.</exception>
    public static T Bind<T>(IReadOnlyDictionary<string, string> values)
        where T : new() => (T)Bind(values, [new T()])[0];

    /// <summary>Two records from one set of settings; a key may serve both.</summary>
    /// <exception cref="ValidationException">Names every bad setting at once: unknown, unreadable or out of its limits.</exception>
    public static (T1 First, T2 Second) Bind<T1, T2>(IReadOnlyDictionary<string, string> values)
        where T1 : new()
        where T2 : new()
    {
        var bound = Bind(values, [new T1(), new T2()]);
        return ((T1)bound[0], (T2)bound[1]);
    }

    /// <summary>The settings of <typeparamref name="T"/> in the order of its properties.</summary>
    public static IReadOnlyList<Setting> Names<T>()
        where T : new() => Names(new T());

    /// <summary>The settings of records with these defaults, in the order of their properties.</summary>
    internal static IReadOnlyList<Setting> Names(params ReadOnlySpan<object> defaults)
    {
        var names = new List<Setting>();
        foreach (var record in defaults)
        {
            names.AddRange(
                Properties(record.GetType())
                    .Select(p => new Setting(SnakeCase.Of(p.Name), Text(p.GetValue(record)), Limits(p)))
            );
        }

        return names;
    }

    /// <summary>Records of options as they would be written, by name.</summary>
    public static IReadOnlyDictionary<string, string> Written(params ReadOnlySpan<object> records)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            foreach (var property in Properties(record.GetType()).Where(p => p.Name != "Threads"))
            {
                written[SnakeCase.Of(property.Name)] = Text(property.GetValue(record));
            }
        }

        return written;
    }

    /// <summary>Any number of records from one set of settings, which are written into those given; a key may serve several.</summary>
    /// <exception cref="ValidationException">Names every bad setting at once: unknown, unreadable or out of its limits.</exception>
    internal static object[] Bind(IReadOnlyDictionary<string, string> values, object[] records)
    {
        var errors = Unknown(values.Keys, records);
        foreach (var record in records)
        {
            foreach (var property in Properties(record.GetType()))
            {
                if (values.TryGetValue(SnakeCase.Of(property.Name), out var text))
                {
                    Set(record, property, text, errors);
                }
            }

            errors.AddRange(Require.Errors(record));
        }

        return errors.Count == 0
            ? records
            : throw new ValidationException(string.Join("\n", errors.Distinct(StringComparer.Ordinal)));
    }

    static void Set(object record, PropertyInfo property, string text, List<string> errors)
    {
        if (SettingText.TryRead(text, property.PropertyType, out var value))
        {
            property.SetValue(record, value);
        }
        else
        {
            var expected = SettingText.Kind(property.PropertyType);
            errors.Add($"{SnakeCase.Of(property.Name)} is '{text}', but must be {expected}.");
        }
    }

    static List<string> Unknown(IEnumerable<string> keys, object[] records)
    {
        var known = records
            .SelectMany(r => Properties(r.GetType()))
            .Select(p => SnakeCase.Of(p.Name))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. keys.Except(known, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => $"{key} is not a setting; known are {string.Join(", ", known)}."),
        ];
    }

    static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && SettingText.CanRead(p.PropertyType))
            .OrderBy(p => p.MetadataToken);

    static string Limits(PropertyInfo property)
    {
        var type = SettingText.Item(property.PropertyType);
        return property.GetCustomAttribute<RangeAttribute>() is { } range
                ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}")
            : type.IsEnum ? SnakeCase.Choices(type)
            : type == typeof(bool) ? "true, false"
            : "";
    }

    static string Text(object? value) =>
        value switch
        {
            null => "",
            string text => text,
            bool flag => flag ? "true" : "false",
            Enum choice => SnakeCase.Of(choice.ToString()),
            IEnumerable list => string.Join(",", list.Cast<object>().Select(Text)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
