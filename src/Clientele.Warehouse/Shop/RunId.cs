using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Warehouse;

/// <summary>What tells one run from another: the same id, the same tables.</summary>
public static class RunId
{
    /// <summary>Digits of an id.</summary>
    internal const int Length = 16;

    /// <summary>The version with a hash of the code that runs: builds are deterministic.</summary>
    /// <param name="rooms">All assemblies whose code decides results.</param>
    public static string VersionOf(params IEnumerable<Assembly> rooms)
    {
        var all = rooms.ToList();
        var code = string.Join(' ', all.Select(a => a.ManifestModule.ModuleVersionId));
        return $"{all[0].GetName().Version!.ToString(3)}+{Hash([code])[..12]}";
    }

    /// <summary>The first 16 hexadecimal digits of a hash over all parts.</summary>
    public static string Of(params IEnumerable<string> parts) => Hash(parts)[..Length];

    static string Hash(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
}
