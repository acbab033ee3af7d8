using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>Writes columns into DuckDB's vectors, 2,048 rows at a time.</summary>
static unsafe class DuckAppender
{
    const int ChunkRows = 2048;

    internal static void Append(nint connection, string schema, Table rows)
    {
        if (Native.CreateAppender(connection, schema, rows.Name, out var appender) != 0)
        {
            var reason = Marshal.PtrToStringUTF8(Native.AppenderError(appender));
            Native.DestroyAppender(ref appender);
            throw new WarehouseException($"{schema}.{rows.Name}: {reason}");
        }

        var types = stackalloc nint[rows.Columns.Count];
        for (var c = 0; c < rows.Columns.Count; c++)
        {
            types[c] = TypeOf(rows.Columns[c]);
        }

        var chunk = Native.CreateChunk(types, (ulong)rows.Columns.Count);
        try
        {
            AppendChunks(appender, chunk, schema, rows);
            // What a table refuses may come to light only now.
            if (Native.CloseAppender(appender) != 0)
            {
                throw Refused(appender, schema, rows);
            }
        }
        finally
        {
            Native.DestroyChunk(ref chunk);
            Native.DestroyAppender(ref appender);
            for (var c = 0; c < rows.Columns.Count; c++)
            {
                Native.DestroyLogicalType(ref types[c]);
            }
        }
    }

    static void AppendChunks(nint appender, nint chunk, string schema, Table rows)
    {
        for (var start = 0; start < rows.Rows; start += ChunkRows)
        {
            var size = Math.Min(ChunkRows, rows.Rows - start);
            Native.ResetChunk(chunk);
            for (var c = 0; c < rows.Columns.Count; c++)
            {
                Fill(Native.ChunkVector(chunk, (ulong)c), rows.Columns[c], start, size);
            }

            Native.SetChunkSize(chunk, (ulong)size);
            if (Native.AppendChunk(appender, chunk) != 0)
            {
                throw Refused(appender, schema, rows);
            }
        }
    }

    static WarehouseException Refused(nint appender, string schema, Table rows) =>
        new($"{schema}.{rows.Name}: {Marshal.PtrToStringUTF8(Native.AppenderError(appender))}");

    static nint TypeOf(Column column) =>
        column switch
        {
            TextColumn => Native.CreateLogicalType((int)DuckReader.DuckType.Varchar),
            NumberColumn => Native.CreateLogicalType((int)DuckReader.DuckType.Double),
            IntegerColumn => Native.CreateLogicalType((int)DuckReader.DuckType.BigInt),
            DecimalColumn exact => Native.CreateDecimalType(18, (byte)exact.Scale),
            DateColumn => Native.CreateLogicalType((int)DuckReader.DuckType.Date),
            TimeColumn => Native.CreateLogicalType((int)DuckReader.DuckType.Timestamp),
            FlagColumn => Native.CreateLogicalType((int)DuckReader.DuckType.Boolean),
            _ => throw new ArgumentException($"{column.Name} is of no known kind.", nameof(column)),
        };

    static void Fill(nint vector, Column column, int start, int size)
    {
        var data = Native.VectorData(vector);
        switch (column)
        {
            case TextColumn text:
                FillTexts(vector, text.Values.AsSpan(start, size));
                break;
            case NumberColumn number:
                FillNumbers(vector, number.Values.AsSpan(start, size));
                break;
            case IntegerColumn whole:
                Fill(vector, whole.Values.AsSpan(start, size), (row, v) => ((long*)data)[row] = v);
                break;
            case DecimalColumn exact:
                Fill(
                    vector,
                    exact.Values.AsSpan(start, size),
                    (row, v) => ((long*)data)[row] = DuckValues.ToScaled(v, exact.Scale)
                );
                break;
            case DateColumn date:
                Fill(
                    vector,
                    date.Values.AsSpan(start, size),
                    (row, v) => ((int*)data)[row] = DuckValues.ToDays(v)
                );
                break;
            case TimeColumn time:
                Fill(
                    vector,
                    time.Values.AsSpan(start, size),
                    (row, v) => ((long*)data)[row] = DuckValues.ToMicroseconds(v)
                );
                break;
            case FlagColumn flag:
                Fill(
                    vector,
                    flag.Values.AsSpan(start, size),
                    (row, v) => ((byte*)data)[row] = v ? (byte)1 : (byte)0
                );
                break;
        }
    }

    static void Fill<T>(nint vector, ReadOnlySpan<T?> values, Action<int, T> set)
        where T : struct
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is { } value)
            {
                set(row, value);
            }
            else
            {
                SetNull(vector, row);
            }
        }
    }

    static void FillNumbers(nint vector, ReadOnlySpan<double> values)
    {
        var data = (double*)Native.VectorData(vector);
        for (var row = 0; row < values.Length; row++)
        {
            data[row] = values[row];
            if (double.IsNaN(values[row]))
            {
                SetNull(vector, row);
            }
        }
    }

    static void FillTexts(nint vector, ReadOnlySpan<string?> values)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is not { } text)
            {
                SetNull(vector, row);
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(text);
            fixed (byte* start = bytes)
            {
                Native.AssignText(vector, (ulong)row, start, (ulong)bytes.Length);
            }
        }
    }

    static void SetNull(nint vector, int row)
    {
        Native.EnsureValidity(vector);
        Native.VectorValidity(vector)[row >> 6] &= ~(1ul << (row & 63));
    }
}
