using System.Text;
using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Our own count of a file's records, against which reading is held.</summary>
public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", 2)]
    [InlineData("a,b\n1,2", 2)]
    [InlineData("a,b\r\n1,2\r\n", 2)]
    [InlineData("a,b\r1,2\r", 2)]
    [InlineData("a,b\n\n\n1,2\n\n", 2)]
    [InlineData("a,b\n\"1\n1\",2\n", 2)]
    [InlineData("a,b\n\"1\"\"\n1\",2\n", 2)]
    [InlineData("a,b\n5\" pipe,2\n3,4\n", 3)]
    [InlineData("a,b\n\"\",2\n3,\"\"\n", 3)]
    [InlineData("\ufeff\"a\nx\",b\n1,2\n", 2)]
    [InlineData("\ufeffa,b\n1,2\n", 2)]
    [InlineData("a,b\nООО \"Шуруп\",2\n3,Шуруп\" 5\n", 3)]
    [InlineData("п\"a,b\n1,2\n", 2)]
    [InlineData("aп\"b,c\n1,2\n", 2)]
    [InlineData("", 0)]
    public void Records_are_counted_as_they_are_meant(string text, long records)
    {
        Assert.Equal(new CsvRecords(records, 0), Count(text));
    }

    [Theory]
    [InlineData("a,b\n\"1,2\n3,4\n", 2)]
    [InlineData("a,b\n1,2\n3,\"4", 3)]
    public void An_open_quote_is_found_at_its_line(string text, long line) =>
        Assert.Equal(line, Count(text).OpenLine);

    [Fact]
    public void Where_a_buffer_ends_changes_nothing()
    {
        var text =
            "\ufeff\"x\ny\"\n"
            + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},\"a\"\"\nb\",\"\"\r\n"));
        foreach (var step in (int[])[1, 2, 3, 7])
        {
            Assert.Equal(Count(text), CsvRecords.Of(new SlowStream(text, step), ',', default));
        }
    }

    static CsvRecords Count(string text) =>
        CsvRecords.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), ',', default);

    /// <summary>Gives a few bytes at a time.</summary>
    sealed class SlowStream(string text, int step) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);
    }
}
