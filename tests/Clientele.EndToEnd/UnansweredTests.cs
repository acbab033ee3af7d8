using System.Text.Json.Nodes;

namespace Clientele.Tests;

/// <summary>A shop that is too young for most questions: every door says why.</summary>
public sealed class UnansweredTests
{
    [Fact]
    public void Every_door_says_why_a_question_was_not_answered()
    {
        using var folder = new Folder();
        var rows = Enumerable
            .Range(1, 60)
            .Select(i =>
                $"{i},P{i % 7},THING,1,2023-05-{1 + i % 20:00} 10:00:00,2.50,{12000 + i % 30},France"
            );
        var (shop, file) = (new Shop(folder["shop"]), Orders.Write(folder, "young.csv", rows));
        string[] call = ["run", file, "--shop", shop.Path, "--questions", "rfm,cohorts", "--json"];

        var first = JsonNode.Parse(TheProgram.Run(call).Good().Output)!;
        var again = JsonNode.Parse(TheProgram.Run(call).Good().Output)!;

        Assert.Equal(
            (true, false),
            (first["published"]!.GetValue<bool>(), again["published"]!.GetValue<bool>())
        );
        Assert.Equal(["rfm"], first["questions"]!.AsArray().Select(q => q!.GetValue<string>()));
        Assert.True(JsonNode.DeepEquals(first["unanswered"], again["unanswered"]));
        var reason = first["unanswered"]!["cohorts"]!.GetValue<string>();
        Assert.EndsWith(".", reason, StringComparison.Ordinal);
        Assert.Contains("Not answered: " + reason, Ask(shop).Good().Output, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(Ask(shop, "--json").Good().Output)!["unanswered"]!.GetValue<bool>());
        Assert.Contains(
            reason,
            TheProgram.Run("status", "--shop", shop.Path).Good().Output,
            StringComparison.Ordinal
        );
        foreach (var table in (string[])["cohorts", "cohort_means"])
        {
            Assert.Contains(
                $"There is no table '{table}': the question 'cohorts', which makes it, could not be answered. {reason}",
                TheProgram
                    .Run("export", table, "--shop", shop.Path, "--to", folder["a.csv"])
                    .Refused(2)
                    .Errors,
                StringComparison.Ordinal
            );
        }
    }

    static Outcome Ask(Shop shop, params string[] more) =>
        TheProgram.Run(["ask", "cohorts", "--shop", shop.Path, .. more]);
}
