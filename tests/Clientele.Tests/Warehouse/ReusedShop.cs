using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>One database in memory for thousands of small files, one after the other: opening one takes longer than reading a file.</summary>
sealed class ReusedShop : IDisposable
{
    readonly DuckDatabase _database = new(new DuckOptions(DuckOptions.InMemory) { Threads = 1 });
    readonly TestFolder _folder = new();

    /// <summary>Makes the tables that sources fill, and leaves them empty.</summary>
    internal ReusedShop() =>
        Assert.Throws<ImportRefusedException>(() =>
            ShopBuild.Run(_database, new ShopPlan([new Nothing()], Recipe.Empty), (_, _) => { }, default)
        );

    /// <summary>Reads a file, looks at what it gave, and forgets it.</summary>
    /// <exception cref="ImportRefusedException">The file is refused.</exception>
    internal void Read(string name, byte[] bytes, Action<LoadSummary> look, CancellationToken cancel)
    {
        File.WriteAllBytes(_folder[name], bytes);
        Execute("begin transaction");
        try
        {
            look(new FileSource([_folder[name]], new ImportOptions()).Load(_database, cancel)[0]);
        }
        finally
        {
            Execute("rollback");
        }
    }

    internal Table Query(string query) => _database.Read(new("test", query));

    internal long Number(string query) => (long)Query(query).Columns[0].ToNumbers()[0];

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    void Execute(string statement) => _database.Execute(new("test", statement));

    sealed class Nothing : ISource
    {
        public string Name => "nothing";

        public long? RowsAbout => null;

        public string Hash(CancellationToken cancel) => "";

        public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel) =>
            throw new ImportRefusedException("There is nothing to read.");
    }
}
