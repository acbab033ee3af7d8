using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>SQL functions over <see cref="TextCodes"/>: <c>text_code(text)</c>, <c>text_of(code)</c>, <c>tidy_code(code)</c>,
/// <c>id_code(code)</c>, <c>filled_code(code)</c>, <c>known_code(code)</c>, <c>text_count()</c> and <c>doubtful_codes()</c>. <c>money_text(text)</c> is the text itself, and notes its <see cref="CurrencyMarks"/>;
/// <c>currency_marks()</c> gives those since it was last asked, a line each.</summary>
/// <remarks>Of nothing they make nothing. No exception may cross into DuckDB: it becomes the statement's error.</remarks>
static unsafe class TextFunctions
{
    const DuckReader.DuckType Text = DuckReader.DuckType.Varchar;
    const DuckReader.DuckType Code = DuckReader.DuckType.Integer;

    delegate void Fill(TextCodes codes, nint input, nint output, int rows);

    internal static void Register(nint connection, GCHandle codes)
    {
        Register(connection, "text_code", codes, Text, Code, &Number);
        Register(connection, "text_of", codes, Code, Text, &Write);
        Register(connection, "tidy_code", codes, Code, Code, &Tidy);
        Register(connection, "id_code", codes, Code, Code, &Id);
        Register(connection, "filled_code", codes, Code, Code, &Filled);
        Register(connection, "known_code", codes, Code, Code, &Known);
        Register(connection, "doubtful_codes", codes, null, Text, &Doubtful);
        Register(connection, "text_count", codes, null, Code, &Count);
        Register(connection, "money_text", codes, Text, Text, &Money);
        Register(connection, "currency_marks", codes, null, Text, &Marks);
    }

    static void Register(
        nint connection,
        string name,
        GCHandle codes,
        DuckReader.DuckType? takes,
        DuckReader.DuckType gives,
        delegate* unmanaged[Cdecl]<nint, nint, nint, void> function
    )
    {
        var made = Native.CreateScalarFunction();
        var (from, to) = (
            Native.CreateLogicalType((int)(takes ?? gives)),
            Native.CreateLogicalType((int)gives)
        );
        try
        {
            Native.SetFunctionName(made, name);
            if (takes != null)
            {
                Native.AddFunctionParameter(made, from);
            }

            Native.SetFunctionReturnType(made, to);
            Native.SetFunctionInfo(made, GCHandle.ToIntPtr(codes), 0);
            Native.SetFunction(made, (nint)function);
            if (Native.RegisterFunction(connection, made) != 0)
            {
                throw new WarehouseException($"DuckDB does not take the function {name}.");
            }
        }
        finally
        {
            Native.DestroyScalarFunction(ref made);
            Native.DestroyLogicalType(ref from);
            Native.DestroyLogicalType(ref to);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Number(nint info, nint input, nint output) => Run(info, input, output, Numbers);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Write(nint info, nint input, nint output) => Run(info, input, output, Texts);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Tidy(nint info, nint input, nint output) =>
        Run(info, input, output, static (c, i, o, rows) => Trimmed(i, o, rows, code => c.Tidy(code)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Id(nint info, nint input, nint output) =>
        Run(info, input, output, static (c, i, o, rows) => Trimmed(i, o, rows, code => c.Id(code)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Count(nint info, nint input, nint output) =>
        Run(
            info,
            input,
            output,
            static (c, _, o, rows) => new Span<int>(Native.VectorData(o), rows).Fill(c.Count)
        );

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Money(nint info, nint input, nint output) => Run(info, input, output, Noted);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Marks(nint info, nint input, nint output) =>
        Run(info, input, output, static (c, _, o, rows) => Listed(o, rows, c.Marks.Take()));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Filled(nint info, nint input, nint output) =>
        Run(info, input, output, static (c, i, o, rows) => Trimmed(i, o, rows, code => c.Filled(code)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Known(nint info, nint input, nint output) =>
        Run(info, input, output, static (c, i, o, rows) => Trimmed(i, o, rows, code => c.Known(code)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static void Doubtful(nint info, nint input, nint output) =>
        Run(
            info,
            input,
            output,
            static (c, _, o, rows) =>
                Listed(o, rows, c.Doubtful.Select(d => d.ToString(CultureInfo.InvariantCulture)))
        );

    /// <summary>One text: a line each.</summary>
    static void Listed(nint output, int rows, IEnumerable<string> lines)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        for (var row = 0; row < rows; row++)
        {
            Assign(output, row, text);
        }
    }

    static void Run(nint info, nint input, nint output, Fill fill)
    {
        try
        {
            var codes = (TextCodes)GCHandle.FromIntPtr(Native.FunctionInfo(info)).Target!;
            fill(codes, input, output, (int)Native.ChunkSize(input));
        }
        catch (Exception error)
        {
            Native.SetFunctionError(info, error.Message);
        }
    }

    /// <summary>Files are sorted by order: the text before is often the text again.</summary>
    /// <remarks>Compiled for speed at once: a file of half a million lines is over before the runtime would think of it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Numbers(TextCodes codes, nint input, nint output, int rows)
    {
        var vector = Native.ChunkVector(input, 0);
        var texts = new ReadOnlySpan<DuckText>(Native.VectorData(vector), rows);
        var valid = Native.VectorValidity(vector);
        var numbers = new Span<int>(Native.VectorData(output), rows);
        var (before, code) = (default(DuckText), TextCodes.Nothing);
        for (var row = 0; row < rows; row++)
        {
            if (DuckReader.IsNull(valid, row))
            {
                SetNull(output, row);
                continue;
            }

            ref readonly var text = ref texts[row];
            if (code == TextCodes.Nothing || text != before)
            {
                (before, code) = (text, codes.Of(text.Bytes()));
            }

            numbers[row] = code;
        }
    }

    static void Texts(TextCodes codes, nint input, nint output, int rows)
    {
        var vector = Native.ChunkVector(input, 0);
        var numbers = new ReadOnlySpan<int>(Native.VectorData(vector), rows);
        var valid = Native.VectorValidity(vector);
        for (var row = 0; row < rows; row++)
        {
            if (DuckReader.IsNull(valid, row))
            {
                SetNull(output, row);
                continue;
            }

            Assign(output, row, codes.TextOf(numbers[row]));
        }
    }

    static void Noted(TextCodes codes, nint input, nint output, int rows)
    {
        var vector = Native.ChunkVector(input, 0);
        var texts = new ReadOnlySpan<DuckText>(Native.VectorData(vector), rows);
        var valid = Native.VectorValidity(vector);
        for (var row = 0; row < rows; row++)
        {
            if (DuckReader.IsNull(valid, row))
            {
                SetNull(output, row);
                continue;
            }

            ref readonly var text = ref texts[row];
            codes.Marks.Note(text.Bytes());
            Assign(output, row, text.Bytes());
        }
    }

    static void Assign(nint output, int row, ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text)
        {
            Native.AssignText(output, (ulong)row, start, (ulong)text.Length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Trimmed(nint input, nint output, int rows, Func<int, int> trim)
    {
        var vector = Native.ChunkVector(input, 0);
        var numbers = new ReadOnlySpan<int>(Native.VectorData(vector), rows);
        var valid = Native.VectorValidity(vector);
        var left = new Span<int>(Native.VectorData(output), rows);
        for (var row = 0; row < rows; row++)
        {
            left[row] = DuckReader.IsNull(valid, row) ? TextCodes.Nothing : trim(numbers[row]);
            if (left[row] == TextCodes.Nothing)
            {
                SetNull(output, row);
            }
        }
    }

    static void SetNull(nint vector, int row)
    {
        Native.EnsureValidity(vector);
        Native.VectorValidity(vector)[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>DuckDB's text: its length, then twelve letters, or four and the place of all.</summary>
    [StructLayout(LayoutKind.Sequential)]
    readonly record struct DuckText(ulong Start, ulong Rest)
    {
        internal ReadOnlySpan<byte> Bytes()
        {
            var length = (int)(uint)Start;
            return length <= 12
                ? new((byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in this)) + 4, length)
                : new((byte*)Rest, length);
        }
    }
}
