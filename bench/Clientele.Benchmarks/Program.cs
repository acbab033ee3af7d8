using System.Globalization;
using Clientele.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["pandas_script", var orders, var output])
{
    Console.WriteLine(PandasScript.Run(orders, output));
    return 0;
}

if (args is ["import" or "plain_sql", var input, var database])
{
    Console.WriteLine(
        args[0] == "import" ? Imports.Ours(input, database) : Imports.PlainSql(input, database)
    );
    return 0;
}

// One job once in this process, and one JSON line, so that another program's job can be timed in turn with it.
if (args.Length != 2 || !Jobs.All.TryGetValue(args[0], out var job))
{
    Console.Error.WriteLine(
        $"usage: pandas_script ORDERS OUT, import|plain_sql ORDERS DATABASE, or JOB DATA-FOLDER with {string.Join(", ", Jobs.All.Keys)}"
    );
    return 2;
}

Console.WriteLine(job(args[1]));
return 0;
