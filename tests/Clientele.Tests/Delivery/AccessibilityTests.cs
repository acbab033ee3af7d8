using System.Text;
using Clientele.Delivery;

namespace Clientele.Tests;

public sealed class AccessibilityTests
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Axe_finds_nothing(string theme)
    {
        using var output = new MemoryStream();
        new HtmlReportWriter().Write(SampleReport.Create(), output);

        Assert.Equal("no violations", Axe.Look(Encoding.UTF8.GetString(output.ToArray()), theme));
    }
}
