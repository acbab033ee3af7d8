namespace Clientele.Tests;

/// <summary>Documents as they were accepted; <c>CLIENTELE_GOLDEN=write</c> accepts them as they are now.</summary>
static class Golden
{
    internal static void Check(string name, string actual)
    {
        var path = Path.Combine(TestData.ProjectRoot(), "tests", "Clientele.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("CLIENTELE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(
            File.Exists(path),
            $"Golden/{name} is not there: run once with CLIENTELE_GOLDEN=write and look at it."
        );
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
