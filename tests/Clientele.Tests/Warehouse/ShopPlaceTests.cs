using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>What is said of a place where no shop is published: never what a run would refuse.</summary>
public sealed class ShopPlaceTests
{
    [Theory]
    [InlineData("nowhere/at all", "Make one: clientele run FILE --shop 'nowhere/at all'")]
    [InlineData("nowhere/shop", "Make one: clientele run FILE --shop nowhere/shop")]
    [InlineData("it's", @"Make one: clientele run FILE --shop 'it'\''s'")]
    public void The_path_is_told_as_it_was_written(string path, string remedy)
    {
        var shop = new ShopDirectory(path);

        var error = Assert.Throws<ConfigurationException>(() => shop.PublishedFolder);

        Assert.Equal($"{shop.Root} holds no published shop. {remedy}", error.Message);
        Assert.Equal(remedy, new ShopCheckup(shop).All().First().Remedy);
    }

    [Fact]
    public void Nobody_is_told_to_run_in_a_folder_of_others()
    {
        using var folder = new TestFolder();
        folder.Write("photo.jpg", "");
        var shop = new ShopDirectory(folder.Path);

        var said = shop.NothingPublished().Message;

        Assert.Contains("holds no published shop, but other files", said, StringComparison.Ordinal);
        Assert.DoesNotContain("clientele run", said, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "clientele run",
            new ShopCheckup(shop).All().First().Remedy,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(shop.RunFaults());
    }

    [Fact]
    public void What_desktops_leave_behind_fills_no_folder()
    {
        using var folder = new TestFolder();
        foreach (var name in (string[])[".DS_Store", "Thumbs.db", "desktop.ini"])
        {
            folder.Write(name, "");
        }

        Assert.Empty(new ShopDirectory(folder.Path).RunFaults());
    }
}
