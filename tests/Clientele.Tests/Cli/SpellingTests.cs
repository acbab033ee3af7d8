using Clientele.Warehouse;

namespace Clientele.Tests;

public sealed class SpellingTests
{
    static readonly string[] Known = ["--shop", "--seed", "--set", "--quiet"];

    [Theory]
    [InlineData("--shp", "--shop")]
    [InlineData("--sohp", "--shop")]
    [InlineData("-shop", "--shop")]
    [InlineData("--seeed=3", "--seed")]
    [InlineData("--quite", "--quiet")]
    [InlineData("--SHOP", "--shop")]
    public void The_nearest_known_name_is_proposed(string word, string meant) =>
        Assert.Equal($" (did you mean '{meant}'?)", Spelling.Guess(word, Known));

    [Theory]
    [InlineData("--colour")]
    [InlineData("--x")]
    public void Nothing_is_proposed_where_nothing_is_near(string word) =>
        Assert.Equal("", Spelling.Guess(word, Known));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("ca", "ac", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distances_are_those_of_the_book(string a, string b, int distance) =>
        Assert.Equal(distance, Spelling.Distance(a, b));
}
