namespace Clientele.Warehouse;

/// <summary>Decides what the tables of a run are, all of them together.</summary>
/// <param name="database">Reads first rows, for refusals.</param>
/// <param name="tables">All that were opened.</param>
/// <param name="options">What the user says of them.</param>
/// <param name="refusals">What becomes of those that are refused.</param>
sealed class Recognition(
    IDatabase database,
    IReadOnlyList<TextTable> tables,
    ImportOptions options,
    Refusals refusals
)
{
    /// <summary>Shapes of which every table that they need is there.</summary>
    readonly List<Shape> _whole =
    [
        .. Shape.All.Where(s =>
            s.Tables.Where(r => !r.Optional).All(r => tables.Any(t => r.Fits(t.Headers)))
            && tables.Any(t => s.Tables.Any(r => r.Left == null && r.Fits(t.Headers)))
        ),
    ];

    /// <summary>What to do with each table: those of a shape that is rewritten stand together.</summary>
    /// <exception cref="ImportRefusedException">A table can be two things, or none.</exception>
    internal static IReadOnlyList<Part> Of(
        IDatabase database,
        IReadOnlyList<TextTable> tables,
        ImportOptions options,
        Refusals refusals
    ) => new Recognition(database, tables, options, refusals).Parts();

    List<Part> Parts()
    {
        var parts = new Part?[tables.Count];
        // A file that is refused may be the one with the orders.
        var (open, someRefused) = (Enumerable.Range(0, tables.Count).ToList(), refusals.All.Count > 0);
        open.RemoveAll(t =>
            !refusals.Try(() =>
            {
                parts[t] = Said(tables[t]) ?? Known(tables[t]) ?? CommonLines(tables[t], parts);
            })
        );
        if (
            options.Map.Count > 0
            && open.Count > 0
            && !parts.Any(p => p is DirectPart { Mapping.Shape: "map" })
        )
        {
            throw NoColumns(tables[open[0]]);
        }

        var hasOrders = someRefused || open.Count < tables.Count || parts.Any(p => p != null);
        foreach (var t in open)
        {
            refusals.Try(() =>
            {
                parts[t] ??= (hasOrders ? Beside(tables[t]) : null) ?? throw Refusal(tables[t], hasOrders);
            });
        }

        var known = parts.OfType<Part>().ToList();
        return refusals.Try(() => Unmixed(known)) ? Together(known) : [];
    }

    /// <summary>Payments and sums have orders, days and amounts too: beside a known export they would count twice.</summary>
    static void Unmixed(IEnumerable<Part> parts)
    {
        var direct = parts.OfType<DirectPart>().Where(p => p.Mapping.Into.IsLines).ToList();
        var known =
            parts.OfType<StagedPart>().FirstOrDefault()?.Shape.Name
            ?? direct.Select(p => p.Mapping.Shape).FirstOrDefault(s => s is not ("generic" or "map"));
        if (known != null && direct.Find(p => p.Mapping.Shape == "generic") is { } other)
        {
            throw new ImportRefusedException(
                $"{other.Table.Name} has orders, times and amounts, but stands beside {known}, whose orders it may repeat. "
                    + $"Leave it out, or, if its orders are others, say what its columns are: --map {other.Mapping.AsMap()}"
            );
        }
    }

    /// <summary>The user's word stands over all guesses, for each table that has the columns that it names.</summary>
    DirectPart? Said(TextTable table)
    {
        if (
            options.Map.Count == 0
            || !options.Map.Values.All(h => table.Headers.Contains(h, StringComparer.OrdinalIgnoreCase))
        )
        {
            return null;
        }

        var known = Best(table) is [var one] ? one.Role : null;
        var mapping = Mapping.OfUser(known?.Into == Target.Lines ? known : null, table.Headers, options.Map);
        return mapping.Missing().Count == 0
            ? new DirectPart(table, mapping, new Rivals(database, table, mapping).Notes(options.Map.Keys))
            : throw mapping.Refusal(table.Name, ColumnLook.Of(database, table));
    }

    /// <exception cref="ImportRefusedException">Two shapes fit equally well, and mean something else.</exception>
    Part? Known(TextTable table) =>
        Best(table) switch
        {
            [] => null,
            [({ } shape, { Left: { } why })] => new LeftPart(table, shape.Name, why),
            [({ } shape, { Into: { } into } role)] => new DirectPart(
                table,
                Mapping.Known(shape.Name, role, table.Headers),
                into == Target.Lines ? shape.Lost : []
            ),
            [({ } shape, { } role)] => new StagedPart(shape, [(role, table)]),
            var several => throw Tie(table, several),
        };

    /// <summary>The shapes of which most headers are there: none if none fits, several if nobody can tell.</summary>
    List<(Shape Shape, ShapeTable Role)> Best(TextTable table)
    {
        var fits = _whole
            .SelectMany(s => s.Tables.Where(r => r.Fits(table.Headers)).Select(r => (Shape: s, Role: r)))
            .ToList();
        return [.. fits.Where(f => f.Role.Signature.Count == fits.Max(o => o.Role.Signature.Count))];
    }

    /// <summary>With what each of the shapes would make of the columns, and what stands in them.</summary>
    ImportRefusedException Tie(TextTable table, List<(Shape Shape, ShapeTable Role)> several)
    {
        var looks = ColumnLook.Of(database, table);
        var readings = several.Select(b =>
            b.Role.Into == Target.Lines
                ? Mapping.Known(b.Shape.Name, b.Role, table.Headers).AsMap()
                : Mapping.Common(Target.Lines, table.Headers).AsMap(looks)
        );
        return new(
            $"{table.Name}: its columns fit {string.Join(" and ", several.Select(b => $"{b.Role.Role} of {b.Shape.Name}"))} equally well. "
                + $"The first row: {string.Join(", ", table.Headers.Zip(looks, Mapping.Shown))}. "
                + $"Say which column is what: --map {string.Join(" or --map ", readings.Distinct())}"
        );
    }

    /// <summary>By common headers. A second kind of orders in one workbook is a summary of the first, and passed over.</summary>
    Part? CommonLines(TextTable table, IReadOnlyList<Part?> before)
    {
        var mapping = Mapping.Common(Target.Lines, table.Headers);
        if (mapping.Missing().Count > 0)
        {
            return null;
        }

        var first = before
            .OfType<DirectPart>()
            .FirstOrDefault(p =>
                p.Mapping.Into.IsLines && p.Table.Book != null && p.Table.Book == table.Book
            );
        return
            first == null
            || first.Table.Headers.SequenceEqual(table.Headers, StringComparer.OrdinalIgnoreCase)
            ? new DirectPart(table, mapping, new Rivals(database, table, mapping).Notes([]))
            : new LeftPart(table, "generic", "its columns are not those of the sheet of orders before it");
    }

    /// <summary>Customers or products beside orders, or a sheet of notes. Alone they would be guesses.</summary>
    Part? Beside(TextTable table)
    {
        var (customers, products) = (
            Mapping.Common(Target.Customers, table.Headers),
            Mapping.Common(Target.Products, table.Headers)
        );
        var lines = Mapping.Common(Target.Lines, table.Headers);
        var isCustomers = IsBeside(customers) && !lines.Has("order_id") && !lines.Has("product_id");
        var isProducts = IsBeside(products) && !lines.Has("order_id") && !lines.Has("customer_id");
        var mapping = isCustomers ? customers : products;
        return isCustomers || isProducts
                ? new DirectPart(table, mapping, new Rivals(database, table, mapping).Notes([]))
            : table.Book != null ? new LeftPart(table, "generic", "no sheet of orders, customers or products")
            : null;
    }

    /// <summary>An id alone tells nothing of what it is the id of.</summary>
    static bool IsBeside(Mapping mapping) =>
        mapping.Missing().Count == 0 && mapping.Columns.Count(c => c.Field != null) > 1;

    ImportRefusedException NoColumns(TextTable table)
    {
        var missing = options
            .Map.Where(m => !table.Headers.Contains(m.Value, StringComparer.OrdinalIgnoreCase))
            .Select(m => $"'{m.Value}' for {m.Key}{Spelling.Guess(m.Value, table.Headers)}");
        return new(
            $"{table.Name}, line 1: no column {string.Join(", ", missing)}. It has: {string.Join(", ", table.Headers)}."
        );
    }

    ImportRefusedException Refusal(TextTable table, bool hasOrders)
    {
        var halves = Shape
            .All.Where(s => !_whole.Contains(s) && s.Tables.Any(r => r.Fits(table.Headers)))
            .ToList();
        if (halves is [var half, ..])
        {
            var missing = half.Tables.Where(r => !r.Optional && !tables.Any(t => r.Fits(t.Headers)));
            return new(
                $"{table.Name} looks like a table of {half.Name}, which needs also {string.Join("; ", missing.Select(r => $"{r.Role} ({string.Join(", ", r.Signature)})"))}. "
                    + "Give all its files in one run."
            );
        }

        if (!hasOrders && Alone(table) is { } what)
        {
            return new(
                $"{table.Name} looks like {what}, but no file has their orders. Give both in one run: clientele run orders.csv {ShellWord.Of(table.File)}"
            );
        }

        return hasOrders
            ? new(
                $"{table.Name}: nobody knows what it is beside the other files. It has: {string.Join(", ", table.Headers)}. "
                    + "Leave it out of the run, or move it out of the folder."
            )
            : Mapping.Common(Target.Lines, table.Headers).Refusal(table.Name, ColumnLook.Of(database, table));
    }

    /// <summary>What a table may be that would be understood beside orders, and that lacks most of what orders have.</summary>
    string? Alone(TextTable table) =>
        Mapping.Common(Target.Lines, table.Headers).Missing().Count > 1
        && Beside(table) is DirectPart { Mapping.Into: var into }
            ? into == Target.Customers
                ? "a file of customers"
                : "a file of products"
            : null;

    /// <summary>The tables of one shape that is rewritten are one part.</summary>
    static List<Part> Together(IEnumerable<Part> parts)
    {
        var together = new List<Part>();
        foreach (var part in parts)
        {
            var at = together.FindIndex(p =>
                p is StagedPart one && part is StagedPart other && one.Shape == other.Shape
            );
            if (at < 0)
            {
                together.Add(part);
            }
            else
            {
                var staged = (StagedPart)together[at];
                together[at] = staged with { Tables = [.. staged.Tables, .. ((StagedPart)part).Tables] };
            }
        }

        return together;
    }
}

/// <summary>What is done with some tables of a run.</summary>
abstract record Part;

/// <summary>A table whose columns are ours as they stand.</summary>
sealed record DirectPart(TextTable Table, Mapping Mapping, IReadOnlyList<string> Notes) : Part;

/// <summary>Tables of a shape that are rewritten.</summary>
sealed record StagedPart(Shape Shape, IReadOnlyList<(ShapeTable Role, TextTable Table)> Tables) : Part;

/// <summary>A table that is known and of which nothing is used.</summary>
sealed record LeftPart(TextTable Table, string Shape, string Why) : Part
{
    internal LoadSummary Summary(IDatabase database)
    {
        var rows = Table.CountRows(database);
        return new(Table.Name, Shape, rows, 0, [.. Table.Headers.Select(h => new MappedColumn(h, null))])
        {
            Into = "",
            Removed = rows,
            Notes = [$"nothing of it is used: {Why}"],
        };
    }
}
