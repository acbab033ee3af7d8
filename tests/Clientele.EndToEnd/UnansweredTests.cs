using System.Text.Json.Nodes;

namespace Clientele.Tests;

/// <summary>A shop that is too young for most questions: every door says why.</summary>
public sealed class UnansweredTests
{
    const string Reason = "Cohorts need first orders in at least 2";

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

        foreach (var published in (bool[])[true, false])
        {
            var told = JsonNode.Parse(TheProgram.Run(call).Good().Output)!;
            Assert.Equal(published, told["published"]!.GetValue<bool>());
            Assert.Equal(["rfm"], told["questions"]!.AsArray().Select(q => q!.GetValue<string>()));
            Assert.Contains(
                Reason,
                told["unanswered"]!["cohorts"]!.GetValue<string>(),
                StringComparison.Ordinal
            );
        }

        Assert.Contains("Not answered: " + Reason, Ask(shop).Good().Output, StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(Ask(shop, "--json").Good().Output)!["unanswered"]!.GetValue<bool>());
        Assert.Contains(
            Reason,
            TheProgram.Run("status", "--shop", shop.Path).Good().Output,
            StringComparison.Ordinal
        );
        foreach (var table in (string[])["cohorts", "cohort_means"])
        {
            Assert.Contains(
                $"There is no table '{table}': the question 'cohorts', which makes it, could not be answered. {Reason}",
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
