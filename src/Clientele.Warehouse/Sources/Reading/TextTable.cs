using System.Globalization;

namespace Clientele.Warehouse;

/// <summary>A file, or a sheet of one, as a table of texts: whatever its format, its columns are c1, c2, … in its own order.</summary>
/// <param name="Name">What people call it: orders.csv, or book.xlsx [2011].</param>
/// <param name="Headers">Names of the columns.</param>
/// <param name="Relation">SQL of all rows in the file's order. Rows that are none are in reject_errors afterwards.</param>
/// <param name="Sample">SQL of the first thousand rows.</param>
/// <param name="Form">How the file is written.</param>
sealed record TextTable(
    string Name,
    IReadOnlyList<string> Headers,
    string Relation,
    string Sample,
    TextForm Form
)
{
    /// <summary>The workbook that it is a sheet of; null for a table that is a file.</summary>
    internal string? Book { get; init; }

    /// <summary>The file that it is in, as people call it.</summary>
    internal string File => Book ?? Name;

    /// <summary>For rows that a shape's query made: where they come from. Relation then has a column line, their place in it.</summary>
    internal TableOrigin? Origin { get; init; }

    /// <summary>How many rows the file has by our own count, which reading must come to; null where none is needed.</summary>
    internal long? Rows { get; init; }

    /// <summary>Its first line that is too long to be read; 0 for none.</summary>
    internal long LongLine { get; init; }

    /// <summary>How many rows it has, for a table that is not read.</summary>
    internal long CountRows(IDatabase database)
    {
        var rows =
            Rows ?? (long)database.Read(new("rows", $"select count(*) as n from {Relation}")).Number("n");
        RejectTables.Drop(database);
        return rows;
    }

    /// <summary>What column <paramref name="index"/> is called in SQL: never the header itself.</summary>
    internal static string Column(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index + 1}");
}

/// <summary>The table of a file from which a query made other rows.</summary>
/// <param name="Table">As it was opened.</param>
/// <param name="Refused">Lines that the reader refused, ascending: places do not count them.</param>
sealed record TableOrigin(TextTable Table, long[] Refused);

/// <summary>How a file is written.</summary>
/// <param name="Format">csv, xlsx, parquet or jsonl.</param>
/// <param name="FirstLine">The line of the first row, for messages.</param>
/// <param name="Encoding">Of its text; null where the format leaves no choice.</param>
/// <param name="Delimiter">What parts its fields; null where the format leaves no choice.</param>
/// <param name="HasNul">A byte of 0 stands somewhere in its text.</param>
sealed record TextForm(
    string Format,
    int FirstLine,
    string? Encoding = null,
    char? Delimiter = null,
    bool HasNul = false
);
