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

    /// <summary>Of ten thousand files that two threads read, one once lost its folder to the other.</summary>
    [Fact]
    public void Folders_that_are_made_at_once_are_not_taken_for_left() =>
        Parallel.For(
            0,
            2_000,
            _ =>
            {
                using var folder = new Scratch();
                File.WriteAllText(Path.Combine(folder.Folder.FullName, "file"), "");
            }
        );
}
