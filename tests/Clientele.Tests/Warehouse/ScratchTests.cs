using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Temporary folders of our own, and what killed runs left of them.</summary>
public sealed class ScratchTests
{
    [Fact]
    public void What_a_killed_run_left_is_cleared_and_what_is_in_use_is_not()
    {
        var killed = Directory.CreateTempSubdirectory("clientele-").FullName;
        File.WriteAllText(Path.Combine(killed, ".held"), "");
        File.WriteAllText(Path.Combine(killed, "check.duckdb"), "much");
        using var used = new Scratch();

        Assert.True(Scratch.Holds(Path.Combine(used.Folder.FullName, "0", "orders.csv")));
        Assert.False(Scratch.Holds("/var/clientele-e2e-abcdef/orders.csv"));
        Assert.DoesNotContain(used.Folder.FullName, Scratch.Left());
        using (new Scratch()) { }

        Assert.False(Directory.Exists(killed));
        Assert.True(Directory.Exists(used.Folder.FullName));
    }

    [Fact]
    public void A_folder_of_others_is_left_alone()
    {
        using var folder = new TestFolder();
        using (new Scratch()) { }

        Assert.True(Directory.Exists(folder.Path));
    }
}
