using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>DuckDB in the process.</summary>
/// <remarks>Not thread-safe. Open one a run; DuckDB itself uses every core within a statement.</remarks>
public sealed class DuckDatabase : IDatabase
{
    readonly CancellationToken _cancel;
    readonly Lock _closing = new();
    GCHandle _texts;
    nint _database;
    nint _connection;

    /// <summary>Opens or makes the file.</summary>
    /// <exception cref="WarehouseException">The file is locked by another process or is no database.</exception>
    public DuckDatabase(DuckOptions options)
    {
        _cancel = options.Cancel;
        Native.CreateConfig(out var config);
        try
        {
            foreach (var (name, value) in Settings(options))
            {
                Native.SetConfig(config, name, value);
            }

            if (Native.Open(options.Path, out _database, config, out var error) != 0)
            {
                throw new WarehouseException($"Cannot open '{options.Path}': {TakeText(error)}");
            }
        }
        finally
        {
            Native.DestroyConfig(ref config);
        }

        if (Native.Connect(_database, out _connection) != 0)
        {
            Native.Close(ref _database);
            throw new WarehouseException($"Cannot connect to '{options.Path}'.");
        }

        SetUp(options);
        _texts = GCHandle.Alloc(new TextCodes());
        TextFunctions.Register(_connection, _texts);
    }

    /// <summary>Begins to load the engine's library, some 60 MB, while the caller does something else.</summary>
    public static void Preload() => new Thread(() => Native.LibraryVersion()) { IsBackground = true }.Start();

    /// <summary>How far the statement is that runs now, from 0 to 1; null if none runs or nobody knows. Any thread may ask.</summary>
    public double? Progress
    {
        get
        {
            lock (_closing)
            {
                return
                    _connection != 0
                    && Native.QueryProgress(_connection).Percentage is > 0 and < 100 and var percent
                    ? percent / 100
                    : null;
            }
        }
    }

    delegate T Use<T>(ref Native.Result result);

    /// <inheritdoc/>
    public long Execute(Sql sql, params ReadOnlySpan<Parameter> parameters) =>
        Run(sql, parameters, static (ref result) => (long)Native.RowsChanged(ref result));

    /// <inheritdoc/>
    public Table Read(Sql sql, params ReadOnlySpan<Parameter> parameters) =>
        Run(sql, parameters, (ref result) => DuckReader.ReadAll(sql.Name, ref result));

    /// <inheritdoc/>
    public void Append(string schema, Table rows)
    {
        _cancel.ThrowIfCancellationRequested();
        DuckAppender.Append(_connection, schema, rows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_closing)
        {
            Native.Disconnect(ref _connection);
        }

        Native.Close(ref _database);
        if (_texts.IsAllocated)
        {
            _texts.Free();
        }
    }

    void SetUp(DuckOptions options)
    {
        // Files come out as small as with DuckDB's own choice, and are written in two thirds of the time.
        Execute(new("compression", "pragma force_compression = 'dictionary'"));
        // Never the machine's: the same file must give the same times everywhere.
        Execute(new("time zone", "set timezone = 'UTC'"));
        if (options.CountsProgress)
        {
            Execute(new("progress", "set enable_progress_bar = true"));
            Execute(new("progress", "set enable_progress_bar_print = false"));
            Execute(new("progress", "set progress_bar_time = 0"));
        }
    }

    static IEnumerable<(string Name, string Value)> Settings(DuckOptions options)
    {
        yield return ("access_mode", options.ReadOnly ? "READ_ONLY" : "READ_WRITE");
        // Nothing is ever fetched from outside: what DuckDB does not hold, it does not have.
        yield return ("autoinstall_known_extensions", "false");
        yield return ("autoload_known_extensions", "false");
        if (!options.ReadOnly && options.Path != DuckOptions.InMemory)
        {
            yield return (
                "memory_limit",
                string.Create(CultureInfo.InvariantCulture, $"{MostMegabytes()}MiB")
            );
        }

        if (options.Threads > 0)
        {
            yield return ("threads", options.Threads.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// What is more goes to a folder beside the file, at a fifth more time: fifty million lines are a shop on a machine of 4 GB too.
    /// </summary>
    static long MostMegabytes() =>
        Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / 1024 / 1024, 512, 2200);

    T Run<T>(Sql sql, ReadOnlySpan<Parameter> parameters, Use<T> use)
    {
        _cancel.ThrowIfCancellationRequested();
        nint statement = 0;
        Native.Result result = default;
        using var interrupt = _cancel.Register(() => Native.Interrupt(_connection));
        try
        {
            if (Native.Prepare(_connection, sql.Text, out statement) != 0)
            {
                throw Refused(sql, Native.PrepareError(statement));
            }

            foreach (var parameter in parameters)
            {
                Bind(sql, statement, parameter);
            }

            if (Native.ExecutePrepared(statement, out result) != 0)
            {
                throw Refused(sql, Native.ResultError(ref result));
            }

            return use(ref result);
        }
        finally
        {
            Native.DestroyResult(ref result);
            Native.DestroyPrepare(ref statement);
        }
    }

    Exception Refused(Sql sql, nint message) =>
        _cancel.IsCancellationRequested
            ? new OperationCanceledException(_cancel)
            : WarehouseException.Because(sql, Marshal.PtrToStringUTF8(message) ?? "no reason given");

    static void Bind(Sql sql, nint statement, Parameter parameter)
    {
        // A statement that was composed without some rule does not have that rule's parameters.
        if (Native.BindIndex(statement, out var index, parameter.Name) != 0)
        {
            throw new WarehouseException($"{sql.Name} has no parameter ${parameter.Name}.");
        }

        if (BindValue(statement, index, parameter.Value) != 0)
        {
            throw new WarehouseException($"{sql.Name}: cannot bind ${parameter.Name}.");
        }
    }

    static unsafe int BindValue(nint statement, ulong index, object? value)
    {
        switch (value)
        {
            case null:
                return Native.BindNull(statement, index);
            case DateOnly date:
                return Native.BindDate(statement, index, DuckValues.ToDays(date));
            case DateTime time:
                return Native.BindTimestamp(statement, index, DuckValues.ToMicroseconds(time));
            case int number:
                return Native.BindInt64(statement, index, number);
            case long number:
                return Native.BindInt64(statement, index, number);
            case double number:
                return Native.BindDouble(statement, index, number);
            case decimal number:
                return Native.BindDecimal(statement, index, DuckValues.ToDecimal(number));
            case bool flag:
                return Native.BindBoolean(statement, index, flag ? (byte)1 : (byte)0);
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                fixed (byte* start = bytes)
                {
                    return Native.BindText(statement, index, start, (ulong)bytes.Length);
                }
            default:
                throw new ArgumentException($"A {value.GetType().Name} is no parameter.", nameof(value));
        }
    }

    static string TakeText(nint text)
    {
        var message = Marshal.PtrToStringUTF8(text) ?? "no reason given";
        Native.Free(text);
        return message;
    }
}
