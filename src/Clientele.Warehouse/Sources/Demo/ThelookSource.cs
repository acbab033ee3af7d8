using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>The seeded <see cref="ThelookShop"/> as a source: its extract, read as any file of that kind is.</summary>
public sealed class ThelookSource(ThelookOptions options) : ISource
{
    /// <inheritdoc/>
    public string Name => "demo thelook-europe";

    /// <inheritdoc/>
    public long? RowsAbout => options.Rows;

    /// <inheritdoc/>
    public string Hash(CancellationToken cancel) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Create(CultureInfo.InvariantCulture, $"{Name} {options.Rows} {options.Seed}")
                )
            )
        );

    /// <inheritdoc/>
    public IReadOnlyList<LoadSummary> Load(IDatabase database, CancellationToken cancel)
    {
        using var scratch = new Scratch();
        var file = Path.Combine(scratch.Folder.FullName, ThelookExtract.FileName);
        using (var output = File.Create(file))
        {
            ThelookExtract.Write(ThelookShop.Generate(options, cancel), output);
        }

        var loads = new FileSource([file], new ImportOptions()).Load(database, cancel);
        return [.. loads.Select(l => l with { Sha256 = Hash(cancel) })];
    }
}
