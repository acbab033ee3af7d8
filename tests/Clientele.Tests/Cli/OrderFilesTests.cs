using Clientele.Cli;

namespace Clientele.Tests;

public sealed class OrderFilesTests
{
    [Theory]
    [InlineData("orders.json")]
    [InlineData("orders.JSON.gz")]
    public void Json_that_is_no_lines_is_told_before_it_is_read(string name)
    {
        using var folder = new TestFolder();
        var file = folder.Write(name, "[]");

        Assert.Equal(
            [$"'{file}' is JSON, which is not read: save it as .jsonl (an object a line), .csv or .parquet."],
            OrderFiles.Faults([file])
        );
    }
}
