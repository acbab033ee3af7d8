using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Numerics.Tensors;
using System.Reflection;

namespace Clientele.Models;

/// <summary>Guards at the door of an algorithm.</summary>
public static class Require
{
    /// <summary>Returns <paramref name="options"/> if every setting lies within its <c>[Range]</c>.</summary>
    /// <exception cref="ValidationException">The message names every setting that does not, its value and its limits.</exception>
    public static T Valid<T>(T options)
        where T : notnull
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0
            ? options
            : throw new ValidationException($"{typeof(T).Name}: {string.Join(" ", errors)}");
    }

    /// <summary>Returns <paramref name="points"/> if there is a row and every value is finite.</summary>
    /// <param name="points">Rows of features.</param>
    /// <param name="user">Who needs finite numbers, for the message: "K-means".</param>
    /// <exception cref="ArgumentException">The message names the first row and column that is not a finite number, from 0.</exception>
    public static Matrix Finite(Matrix points, string user)
    {
        var values = points.Values;
        if (values.IsEmpty)
        {
            throw new ArgumentException($"{user} needs at least one row.", nameof(points));
        }

        // A NaN or an infinity survives a maximum of magnitudes.
        if (!double.IsFinite(TensorPrimitives.MaxMagnitude<double>(values)))
        {
            var bad = 0;
            while (double.IsFinite(values[bad]))
            {
                bad++;
            }

            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{user} needs finite numbers, but row {bad / points.Columns}, column {bad % points.Columns} is {values[bad]}."
                ),
                nameof(points)
            );
        }

        return points;
    }

    /// <summary>Returns <paramref name="points"/> if they have <paramref name="columns"/> columns.</summary>
    /// <param name="points">Rows of features.</param>
    /// <param name="columns">How many they should have.</param>
    /// <param name="owner">What has so many, for the message: "The centers have".</param>
    /// <exception cref="ArgumentException">They have others.</exception>
    internal static Matrix Columns(Matrix points, int columns, string owner) =>
        points.Columns == columns
            ? points
            : throw new ArgumentException(
                $"{owner} {columns} columns, the points {points.Columns}.",
                nameof(points)
            );

    /// <summary>Refuses rows and targets that nothing can be learned from.</summary>
    /// <param name="points">Rows of features.</param>
    /// <param name="target">One a row.</param>
    /// <param name="user">Who learns, for the message: "Boosting".</param>
    /// <exception cref="ArgumentException">Lengths differ, there is no row, or a value is not finite.</exception>
    internal static void Targets(Matrix points, double[] target, string user)
    {
        Finite(points, user);
        if (points.Rows != target.Length)
        {
            throw new ArgumentException(
                $"{points.Rows} rows need as many targets, not {target.Length}.",
                nameof(target)
            );
        }

        Finite(new Matrix(target, 1), $"The target of {char.ToLowerInvariant(user[0])}{user[1..]}");
    }

    /// <summary>One sentence a setting that is out of its limits, in the order of the properties.</summary>
    internal static IEnumerable<string> Errors(object options)
    {
        var limits =
            from property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.GetIndexParameters().Length == 0
            let error = Error(property, property.GetValue(options))
            where error != null
            select error;
        var together = options is IValidatableObject whole
            ? whole.Validate(new ValidationContext(whole))
            : [];
        return limits.Concat(together.Select(result => result.ErrorMessage!));
    }

    static string? Error(PropertyInfo property, object? value)
    {
        var name = SnakeCase.Of(property.Name);
        if (value is Enum choice && !Enum.IsDefined(choice.GetType(), choice))
        {
            return $"{name} is {choice}, but must be one of {SnakeCase.Choices(choice.GetType())}.";
        }

        var range = property.GetCustomAttribute<RangeAttribute>();
        return range == null || range.IsValid(value)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is {value}, but must lie between {range.Minimum} and {range.Maximum}."
            );
    }
}
