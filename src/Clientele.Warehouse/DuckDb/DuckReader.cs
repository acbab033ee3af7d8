using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>Copies a result out of DuckDB's vectors, column by column.</summary>
static unsafe class DuckReader
{
    /// <summary>Codes of <c>duckdb_type</c> in duckdb.h.</summary>
    internal enum DuckType
    {
        Boolean = 1,
        TinyInt = 2,
        SmallInt = 3,
        Integer = 4,
        BigInt = 5,
        UTinyInt = 6,
        USmallInt = 7,
        UInteger = 8,
        UBigInt = 9,
        Float = 10,
        Double = 11,
        Timestamp = 12,
        Date = 13,
        HugeInt = 16,
        Varchar = 17,
        Decimal = 19,
    }

    internal static Table ReadAll(string name, ref Native.Result result)
    {
        var columns = new Builder[Native.ColumnCount(ref result)];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = Builder.For(name, ref result, (ulong)c);
        }

        while (Native.FetchChunk(result) is var chunk && chunk != 0)
        {
            try
            {
                ReadChunk(chunk, columns);
            }
            finally
            {
                Native.DestroyChunk(ref chunk);
            }
        }

        return new Table(name, [.. columns.Select(c => c.ToColumn())]);
    }

    static void ReadChunk(nint chunk, Builder[] columns)
    {
        var size = (int)Native.ChunkSize(chunk);
        for (var c = 0; c < columns.Length; c++)
        {
            var vector = Native.ChunkVector(chunk, (ulong)c);
            columns[c].Add(Native.VectorData(vector), Native.VectorValidity(vector), size);
        }
    }

    /// <summary>One column that grows by chunks.</summary>
    abstract class Builder(string name)
    {
        internal string Name { get; } = name;

        internal abstract void Add(void* data, ulong* valid, int size);

        internal abstract Column ToColumn();

        internal static Builder For(string statement, ref Native.Result result, ulong column)
        {
            var name = Marshal.PtrToStringUTF8(Native.ColumnName(ref result, column))!;
            var type = Native.ColumnLogicalType(ref result, column);
            try
            {
                return For(statement, name, type);
            }
            finally
            {
                Native.DestroyLogicalType(ref type);
            }
        }

        static Builder For(string statement, string name, nint type) =>
            (DuckType)Native.TypeId(type) switch
            {
                DuckType.Boolean => new Builder<bool>(
                    name,
                    static (d, r) => ((byte*)d)[r] != 0,
                    static (n, v) => new FlagColumn(n, v)
                ),
                DuckType.TinyInt => Whole(name, static (d, r) => ((sbyte*)d)[r]),
                DuckType.SmallInt => Whole(name, static (d, r) => ((short*)d)[r]),
                DuckType.Integer => Whole(name, static (d, r) => ((int*)d)[r]),
                DuckType.BigInt => Whole(name, static (d, r) => ((long*)d)[r]),
                DuckType.UTinyInt => Whole(name, static (d, r) => ((byte*)d)[r]),
                DuckType.USmallInt => Whole(name, static (d, r) => ((ushort*)d)[r]),
                DuckType.UInteger => Whole(name, static (d, r) => ((uint*)d)[r]),
                DuckType.UBigInt => Whole(name, static (d, r) => checked((long)((ulong*)d)[r])),
                DuckType.HugeInt => Whole(name, static (d, r) => checked((long)((Int128*)d)[r])),
                DuckType.Float => new NumberBuilder(name, static (d, r) => ((float*)d)[r]),
                DuckType.Double => new NumberBuilder(name, static (d, r) => ((double*)d)[r]),
                DuckType.Date => new Builder<DateOnly>(
                    name,
                    static (d, r) => DuckValues.ToDate(((int*)d)[r]),
                    static (n, v) => new DateColumn(n, v)
                ),
                DuckType.Timestamp => new Builder<DateTime>(
                    name,
                    static (d, r) => DuckValues.ToTime(((long*)d)[r]),
                    static (n, v) => new TimeColumn(n, v)
                ),
                DuckType.Decimal => OfDecimals(name, type),
                DuckType.Varchar => new TextBuilder(name),
                var other => throw new WarehouseException(
                    $"{statement}: column {name} is of type {other}; cast it in the SQL."
                ),
            };

        static Builder<long> Whole(string name, Get<long> get) =>
            new(name, get, static (n, v) => new IntegerColumn(n, v));

        static Builder<decimal> OfDecimals(string name, nint type)
        {
            var scale = Native.DecimalScale(type);
            Get<Int128> whole = (DuckType)Native.DecimalInternalType(type) switch
            {
                DuckType.SmallInt => static (d, r) => ((short*)d)[r],
                DuckType.Integer => static (d, r) => ((int*)d)[r],
                DuckType.BigInt => static (d, r) => ((long*)d)[r],
                _ => static (d, r) => ((Int128*)d)[r],
            };
            var digits = scale >= 4 ? 2 : 0;
            return new(
                name,
                (d, r) => DuckValues.FromScaled(whole(d, r), scale),
                // Saved again it is as it was read: quantities stay quantities.
                (n, v) =>
                    new DecimalColumn(n, v) { Digits = digits, Scale = digits == 0 ? 3 : DuckValues.Scale }
            );
        }
    }

    delegate T Get<T>(void* data, int row);

    internal static bool IsNull(ulong* valid, int row) =>
        valid != null && ((valid[row >> 6] >> (row & 63)) & 1) == 0;

    /// <summary>Values that grow: an array of our own, as lists of such values would be compiled anew by each run.</summary>
    abstract class Values<T>(string name) : Builder(name)
    {
        T[] _values = [];
        int _count;

        internal override void Add(void* data, ulong* valid, int size)
        {
            if (_count + size > _values.Length)
            {
                _values = Resized(Math.Max(_count + size, 2 * _values.Length));
            }

            for (var row = 0; row < size; row++)
            {
                _values[_count++] = Read(data, row, IsNull(valid, row));
            }
        }

        protected abstract T Read(void* data, int row, bool isNull);

        protected T[] All() => _values.Length == _count ? _values : Resized(_count);

        T[] Resized(int length)
        {
            var values = new T[length];
            Array.Copy(_values, values, _count);
            return values;
        }
    }

    sealed class Builder<T>(string name, Get<T> get, Func<string, T?[], Column> make) : Values<T?>(name)
        where T : struct
    {
        protected override T? Read(void* data, int row, bool isNull) => isNull ? null : get(data, row);

        internal override Column ToColumn() => make(Name, All());
    }

    sealed class NumberBuilder(string name, Get<double> get) : Values<double>(name)
    {
        protected override double Read(void* data, int row, bool isNull) =>
            isNull ? double.NaN : get(data, row);

        internal override Column ToColumn() => new NumberColumn(Name, All());
    }

    sealed class TextBuilder(string name) : Builder(name)
    {
        readonly List<string?> _values = [];

        internal override void Add(void* data, ulong* valid, int size)
        {
            for (var row = 0; row < size; row++)
            {
                _values.Add(IsNull(valid, row) ? null : Text((byte*)data + (row * 16)));
            }
        }

        /// <summary>16 bytes: the length, then up to 12 bytes in place, or 4 of prefix and a pointer.</summary>
        static string Text(byte* cell)
        {
            var length = *(int*)cell;
            return Encoding.UTF8.GetString(length <= 12 ? cell + 4 : *(byte**)(cell + 8), length);
        }

        internal override Column ToColumn() => new TextColumn(Name, [.. _values]);
    }
}
