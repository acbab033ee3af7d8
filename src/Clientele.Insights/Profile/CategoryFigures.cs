using Clientele.Features;
using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>The pictures of sales and orders by category, quarter and state.</summary>
sealed class CategoryFigures(NumberText numbers)
{
    const int MostBars = 21;
    const int MostStates = 16;
    const int MostCategories = 21;

    internal IEnumerable<Figure> All(Study study)
    {
        var categories = study.Features(CustomerProfiles.Categories);
        if (IsKnown(categories))
        {
            yield return Bars(categories, "category", "revenue", NumberFormat.Money, []);
            yield return Bars(categories, "category", "orders", NumberFormat.Count, []);
        }

        var quarters = study.Features(CustomerProfiles.Quarters);
        if (quarters.Rows > 1)
        {
            var complete = quarters.Numbers("complete");
            int[] running = [.. Enumerable.Range(0, quarters.Rows).Where(i => complete[i] == 0)];
            yield return Bars(quarters, "quarter", "revenue", NumberFormat.Money, running);
            yield return Bars(quarters, "quarter", "orders", NumberFormat.Count, running);
        }

        if (study.Features(CustomerProfiles.StateCategories) is { Rows: > 0 } cells)
        {
            yield return Bubbles(cells);
        }
    }

    /// <summary>True if at least one category has a name.</summary>
    internal static bool IsKnown(Table categories) => categories.Texts("category").Any(c => c.Length > 0);

    BarFigure Bars(Table table, string key, string column, NumberFormat format, int[] running)
    {
        var values = table.Numbers(column);
        var rows = Enumerable.Range(0, table.Rows).Where(i => !double.IsNaN(values[i])).ToList();
        if (key == "category")
        {
            rows = [.. rows.OrderByDescending(i => values[i]).Take(MostBars)];
        }

        var labels = table.Texts(key);
        var unit = column == "revenue" ? "sales" : "orders";
        return new(
            $"{key}_{unit}",
            Title(key, unit, [.. rows.Except(running)], labels, values, format),
            (
                column == "revenue"
                    ? $"Sales by {key}"
                    : $"Orders by {key}; one with two categories counts in both"
            ) + (rows.Count < table.Rows && key == "category" ? $", the {MostBars} largest." : "."),
            unit,
            format,
            [
                .. rows.Select(i => new Bar(
                    labels[i].Length == 0 ? "not named" : Words.Label(labels[i]),
                    values[i]
                )),
            ]
        )
        {
            Hatched = [.. Enumerable.Range(0, rows.Count).Where(b => running.Contains(rows[b]))],
        };
    }

    /// <summary>The best of those that are over and have a name.</summary>
    string Title(
        string key,
        string unit,
        List<int> rows,
        string[] labels,
        double[] values,
        NumberFormat format
    )
    {
        var named = rows.Where(i => labels[i].Length > 0).ToList();
        if (named.Count == 0)
        {
            return $"No {key} is over yet";
        }

        var best = Leader.Of([.. named.Select(i => values[i])]);
        var (label, value) = (
            Words.Label(labels[named[best.At]]),
            numbers.Text(values[named[best.At]], format)
        );
        var what = unit == "sales" ? value : numbers.Of(values[named[best.At]], "order");
        return best.Shared ? $"No {key} has more {unit} than {label}: {what}"
            : unit == "sales" ? $"{label} is the {key} that sells most: {what}"
            : $"{label} is the {key} in most orders: {what}";
    }

    BubbleFigure Bubbles(Table cells)
    {
        var (states, categories) = (cells.Texts("state"), cells.Texts("category"));
        var (revenue, customers) = (cells.Numbers("revenue"), cells.Numbers("customers"));
        var rows = Largest(states, revenue, MostStates);
        var columns = Largest(categories, revenue, MostCategories);
        var (area, colour) = (new double[rows.Count * columns.Count], new double[rows.Count * columns.Count]);
        for (var i = 0; i < cells.Rows; i++)
        {
            var (row, column) = (rows.IndexOf(states[i]), columns.IndexOf(categories[i]));
            if (row >= 0 && column >= 0)
            {
                area[(row * columns.Count) + column] += revenue[i];
                colour[(row * columns.Count) + column] += customers[i];
            }
        }

        var best = Leader.Of(area);
        var (state, category) = (rows[best.At / columns.Count], columns[best.At % columns.Count]);
        return new(
            "state_category",
            $"Customers in {Words.Label(state)} spend most on {Words.Label(category)}: {numbers.Money(area[best.At])} from {numbers.Of(colour[best.At], "customer")}",
            "Sales (area of a circle) and customers (its colour) by state of the customers and category of the products"
                + (
                    states.Distinct().Count() > rows.Count
                        ? $", the {rows.Count} states that bring most."
                        : "."
                ),
            "state",
            "category",
            [.. rows.Select(Words.Label)],
            [.. columns.Select(Words.Label)],
            new("sales", NumberFormat.Money, area),
            new("customers", NumberFormat.Count, colour)
        );
    }

    static List<string> Largest(string[] labels, double[] revenue, int most) =>
        [
            .. labels
                .Zip(revenue)
                .GroupBy(p => p.First)
                .OrderByDescending(g => g.Sum(p => p.Second))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(g => g.Key),
        ];
}
