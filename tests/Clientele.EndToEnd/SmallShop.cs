namespace Clientele.Tests;

/// <summary>One run over a small file, for all tests that only look at what it published.</summary>
public sealed class SmallShop : IDisposable
{
    readonly Folder _folder = new();

    public SmallShop()
    {
        OrderFile = Orders.Small(_folder);
        Published = new Shop(_folder["myshop"]);
        Outcome = TheProgram.Run("run", OrderFile, "--shop", Published.Path).Good();
    }

    /// <summary>The file of orders.</summary>
    internal string OrderFile { get; }

    /// <summary>What was published.</summary>
    internal Shop Published { get; }

    /// <summary>What the run said.</summary>
    internal Outcome Outcome { get; }

    public void Dispose() => _folder.Dispose();
}
