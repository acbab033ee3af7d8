using Clientele.Warehouse;

namespace Clientele.Tests;

/// <summary>Short names of zones behind times stand for several places: the shop's zone says which, and nothing else.</summary>
public sealed class ZoneNameTests
{
    [Theory]
    [InlineData(
        "BST",
        "+01:00 in Britain and +06:00 in Bangladesh",
        "--time-zone Europe/London or --time-zone Asia/Dhaka"
    )]
    [InlineData(
        "IST",
        "+05:30 in India and +02:00 in Israel and +01:00 in Ireland",
        "--time-zone Asia/Kolkata"
    )]
    [InlineData("CST", "-06:00 in North America and +08:00 in China", "--time-zone America/Chicago")]
    [InlineData("CEST", "+02:00 in Central Europe", "--time-zone Europe/Paris")]
    public void Without_a_zone_they_are_refused_with_their_readings(
        string name,
        string readings,
        string remedy
    )
    {
        var error = Assert.Throws<ImportRefusedException>(() => Shop(name, TimeZones.Utc));

        Assert.Contains($"{name} is {readings}", error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BST", "Asia/Kolkata")]
    [InlineData("CST", "America/New_York")]
    [InlineData("CEST", "Africa/Lagos")]
    public void A_zone_that_does_not_use_the_name_decides_nothing(string name, string zone) =>
        Assert.Throws<ImportRefusedException>(() => Shop(name, zone));

    [Theory]
    [InlineData("BST", "Europe/London", "09:30:00")]
    [InlineData("BST", "Asia/Dhaka", "04:30:00")]
    [InlineData("IST", "Europe/Dublin", "09:30:00")]
    [InlineData("IST", "Asia/Kolkata", "05:00:00")]
    [InlineData("CDT", "America/Chicago", "15:30:00")]
    [InlineData("CST", "Asia/Shanghai", "02:30:00")]
    [InlineData("CST", "America/Havana", "15:30:00")]
    [InlineData("MESZ", "Europe/Berlin", "08:30:00")]
    [InlineData("GMT", "Europe/London", "10:30:00")]
    [InlineData("UTC", "America/Chicago", "10:30:00")]
    public void The_shops_own_zone_says_which_it_is(string name, string zone, string utc)
    {
        using var shop = Shop(name, zone);

        var found = shop.Database.Read(
            new("times", "select strftime(min(ordered_at), '%H:%M:%S') as at from raw.coded_lines")
        );
        Assert.Equal(utc, found["at"].ToText(0));
    }

    [Fact]
    public void Summer_times_among_plain_ones_are_bad_rows_that_say_why()
    {
        var rows = Enumerable
            .Range(1, 60)
            .Select(i => $"{i},c,2023-03-01 10:30:00{(i > 58 ? " BST" : "")},m,M,1,1,F");

        using var shop = TestShop.Of(rows);

        Assert.Equal(2, shop.Summary.Rejected);
        Assert.Contains(
            "'2023-03-01 10:30:00 BST' is no time; BST is +01:00 in Britain",
            shop.Database.Read(new("rejects", "select min(reason) as r from raw.rejects"))["r"].ToText(0),
            StringComparison.Ordinal
        );
    }

    static TestShop Shop(string name, string zone) =>
        TestShop.OfFiles(
            [
                $"{TestShop.Header}\n1,c,2023-07-01 10:30:00 {name},m,M,1,1,F\n2,c,2023-07-02 10:30:00 {name},m,M,1,1,F\n",
            ],
            zone: zone
        );
}
