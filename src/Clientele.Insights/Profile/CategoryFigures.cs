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

    /// <summary>The best of those that are whole and have a name.</summary>
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
            return $"No {key} is whole yet";
        }

        var best = Leader.Of([.. named.Select(i => values[i])]);
        var (label, value) = (
            Words.Label(labels[named[best.At]]),
            numbers.Text(values[named[best.At]], format)
        );
        var what = unit == "sales" ? value : numbers.Of(values[named[best.At]], "order");
        var than = named.Count == 1 ? "" : $", more than any other {key}";
        return best.Shared ? $"No {key} has more {unit} than {label}: {what}"
            : key == "quarter" ? $"{label} brought {what}{than}"
            : unit == "sales" ? $"{label} sold for {what}{than}"
            : $"{label} is in {what}{than}";
    }

    BubbleFigure Bubbles(Table cells)
    {
        var states = Largest(cells, "state", MostStates);
        var categories = Largest(cells, "category", MostCategories);
        var sales = Spread(cells, "revenue", states, categories);
        var customers = Spread(cells, "customers", states, categories);
        var best = Leader.Of(sales).At;
        var (state, category) = (states[best / categories.Count], categories[best % categories.Count]);
        return new(
            "state_category",
            $"Customers in {Words.Label(state)} spend most on {Words.Label(category)}: {numbers.Money(sales[best])} from {numbers.Of(customers[best], "customer")}",
            "Sales (area of a circle) and customers (its colour) by state of the customers and category of the products"
                + (
                    cells.Texts("state").Distinct().Count() > states.Count
                        ? $", the {states.Count} states that bring most."
                        : "."
                ),
            "state",
            "category",
            [.. states.Select(Words.Label)],
            [.. categories.Select(Words.Label)],
            new("sales", NumberFormat.Money, sales),
            new("customers", NumberFormat.Count, customers)
        );
    }

    /// <summary>A column over states and categories, row after row; 0 where nothing was sold.</summary>
    static double[] Spread(Table cells, string column, List<string> states, List<string> categories)
    {
        var (stateOf, categoryOf, values) = (
            cells.Texts("state"),
            cells.Texts("category"),
            cells.Numbers(column)
        );
        var grid = new double[states.Count * categories.Count];
        for (var i = 0; i < cells.Rows; i++)
        {
            if (
                (states.IndexOf(stateOf[i]), categories.IndexOf(categoryOf[i])) is
                (>= 0 and var s, >= 0 and var c)
            )
            {
                grid[(s * categories.Count) + c] += values[i];
            }
        }

        return grid;
    }

    /// <summary>The labels of a column that bring most.</summary>
    static List<string> Largest(Table cells, string column, int most) =>
        [
            .. cells
                .Texts(column)
                .Zip(cells.Numbers("revenue"))
                .GroupBy(p => p.First)
                .OrderByDescending(g => g.Sum(p => p.Second))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(g => g.Key),
        ];
}
