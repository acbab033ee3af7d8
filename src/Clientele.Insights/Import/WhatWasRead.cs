using Clientele.Warehouse;

namespace Clientele.Insights;

/// <summary>What was read, for the report: no question of the owner's, but what all answers stand on.</summary>
public static class WhatWasRead
{
    /// <summary>Saves the table import and tells it.</summary>
    /// <param name="study">Where the table is saved, and how numbers are written.</param>
    /// <param name="import">The table import.</param>
    /// <param name="notes">What the files do not tell, a sentence each.</param>
    public static Insight Tell(Study study, Table import, IEnumerable<string> notes)
    {
        study.Save(import);
        return new Insight(
            import.Name,
            "What was read?",
            Sentence(study.Numbers, import) + Since(study.Numbers, import),
            [],
            [Tables(study.Numbers, import)],
            [.. Rejects(import).Concat(Gone(study.Numbers, import)).Concat(notes)],
            [import.Name]
        );
    }

    static string Sentence(NumberText numbers, Table import)
    {
        var (rows, rejects) = (Sum(import, "rows"), Sum(import, "rejects"));
        var again = Sum(import, "changed_lines") + Sum(import, "same_lines");
        var bad = rejects == 0 ? "all could be read" : $"{numbers.Count(rejects)} could not be read";
        return $"{numbers.Of(rows, "row")} {Words.For(rows, "was", "were")} found in {numbers.Of(import.Rows, "table")}; {bad}"
            + (
                again == 0
                    ? "."
                    : $", and {numbers.Of(again, "line")} that an earlier table has too {Words.For(again, "counts", "count")} once, as the later one has {Words.For(again, "it", "them")}."
            );
    }

    /// <summary>What is new beside what was published before; nothing if that was not compared.</summary>
    static string Since(NumberText numbers, Table import)
    {
        if (!Known(import, "new_since"))
        {
            return "";
        }

        var (added, changed) = (Sum(import, "new_since"), Sum(import, "changed_since"));
        var same = Sum(import, "same_since");
        return added + changed == 0
            ? $" {numbers.Of(same, "line")} {Words.For(same, "was", "were")} published before just so, and none is new."
            : $" Beside what was published before, {numbers.Of(added, "line")} {Words.For(added, "is", "are")} new, "
                + $"{numbers.Count(changed)} {Words.For(changed, "has", "have")} changed and {numbers.Count(same)} {Words.For(same, "is", "are")} the same.";
    }

    static bool Known(Table import, string column) => import.Numbers(column).Any(n => !double.IsNaN(n));

    static IEnumerable<string> Gone(NumberText numbers, Table import)
    {
        var gone = Sum(import, "gone_since");
        return gone == 0
            ? []
            :
            [
                $"{numbers.Of(gone, "line")} that {Words.For(gone, "was", "were")} published before {Words.For(gone, "is", "are")} in no file any more, and so in no answer. "
                    + "If the files hold only the newest orders, give the older files too.",
            ];
    }

    static double Sum(Table import, string column) =>
        import.Numbers(column).Where(n => !double.IsNaN(n)).Sum();

    static IEnumerable<string> Rejects(Table import) =>
        import
            .Texts("file")
            .Zip(import.Texts("reject_reasons"))
            .Where(r => r.Second.Length > 0)
            .Select(r => $"Rows of {r.First} that could not be read are in no answer: {r.Second}.");

    static TableFigure Tables(NumberText numbers, Table import)
    {
        var columns = new List<TableColumn>
        {
            TableColumn.Of("Table", import.Texts("file")),
            TableColumn.Of("Understood as", import.Texts("shape")),
            TableColumn.Of("Written in", Written(import)),
            Counts("Rows", "rows"),
            Counts("Not read", "rejects"),
        };
        if (import.Numbers("new_lines").Count(n => !double.IsNaN(n)) > 1)
        {
            columns.AddRange([
                Counts("New lines", "new_lines"),
                Counts("Changed", "changed_lines"),
                Counts("The same", "same_lines"),
            ]);
        }

        if (Known(import, "new_since"))
        {
            columns.AddRange([
                Counts("New since the run before", "new_since"),
                Counts("Changed since", "changed_since"),
                Counts("The same since", "same_since"),
            ]);
        }

        columns.Add(TableColumn.Of("Columns used", import.Texts("columns_used")));
        columns.Add(TableColumn.Of("Columns left", import.Texts("columns_left")));
        return new TableFigure(
            "tables",
            $"{numbers.Of(import.Rows, "table")} {Words.For(import.Rows, "was", "were")} read",
            "Each table that was read: what it was taken for, how it is written, its rows, what its columns were taken for, and those that no answer uses.",
            columns
        );

        TableColumn Counts(string name, string column) =>
            TableColumn.Of(name, NumberFormat.Count, import.Numbers(column));
    }

    /// <summary>Encoding, delimiter, decimal mark, way of writing times, and by whose clock they are: utf-8, delimiter ‘;’, decimal mark ‘,’, ISO 8601, Europe/London.</summary>
    static List<string> Written(Table import) =>
        [
            .. Enumerable
                .Range(0, import.Rows)
                .Select(r =>
                    string.Join(
                        ", ",
                        ((string[])["encoding", "delimiter", "decimal_mark", "date_format", "time_zone"])
                            .Select(c => (Name: c, Text: import[c].ToText(r)))
                            .Where(t => !string.IsNullOrEmpty(t.Text))
                            .Select(t =>
                                t.Name is "delimiter" or "decimal_mark" ? Mark(t.Name, t.Text!) : t.Text
                            )
                    )
                ),
        ];

    /// <summary>A mark by itself would be lost among commas.</summary>
    static string Mark(string name, string mark) =>
        $"{name.Replace('_', ' ')} {(mark.Length == 1 ? $"‘{mark}’" : mark)}";
}
