namespace Clientele.Tests;

/// <summary>The tab key, pressed in real shells.</summary>
public sealed class CompletionTests : IDisposable
{
    readonly Folder _folder = new();

    public CompletionTests()
    {
        File.CreateSymbolicLink(_folder["clientele"], TheProgram.File);
        _folder.Write("orders.csv", "");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Words as bash cuts them: equals signs stand alone.</summary>
    [Theory]
    [InlineData("exp", "export ")]
    [InlineData("run --qu", "--questions --quiet")]
    [InlineData("run --questions rfm,co", "rfm,cohorts")]
    [InlineData("run --recipe = ins", "insiders")]
    [InlineData(
        "run --recipe =",
        "account-managed default insiders rfm-classic rfm-classic-quartiles thelook-europe"
    )]
    [InlineData("run --set rfm.sc", "rfm.scores=")]
    [InlineData(
        "ask ''",
        "account_managers cohorts insider_features products profile purchase_histories recommendations rfm segments thelook_features thelook_regression thelook_scores value"
    )]
    [InlineData("ask rfm --shop ''", "")]
    [InlineData("completion z", "zsh")]
    [InlineData("run ord", "")]
    public void Bash_completes(string line, string expected)
    {
        var script = TheProgram.Run("completion", "bash").Good().Output;
        _folder.Write("completion.bash", script);
        var count = line.Split(' ').Length;

        var said = Shell(
            "bash",
            $"set -eu; source ./completion.bash; COMP_WORDS=(clientele {line}); COMP_CWORD={count}; COMP_LINE='clientele {line}'; "
                + "compopt() { :; }; _clientele clientele; echo ${COMPREPLY[@]+\"${COMPREPLY[@]}\"}; complete -p clientele >&2"
        );

        Assert.Equal(expected.Trim(), said.Output.Trim());
        Assert.Contains("-F _clientele clientele", said.Errors, StringComparison.Ordinal);
    }

    /// <summary>An interactive bash with a terminal of its own, its keys and all.</summary>
    [Fact]
    public void The_tab_key_in_an_interactive_bash_writes_the_word()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no script(1) to make a terminal.");
        _folder.Write("completion.bash", TheProgram.Run("completion", "bash").Good().Output);
        _folder.Write(
            "keys.sh",
            """
            keys() {
              sleep 1
              printf 'source ./completion.bash\n'
              printf 'clientele comp\tba\t> done.bash\n'
              for i in $(seq 200); do [ -s done.bash ] && break; sleep 0.1; done
              printf 'exit\n'
            }
            keys | script -qc 'bash --norc' /dev/null
            """
        );

        Shell("bash", "bash keys.sh > /dev/null");

        Assert.Contains("_clientele", File.ReadAllText(_folder["done.bash"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Zsh_takes_the_script_and_completes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/zsh"), "There is no zsh.");
        _folder.Write("completion.zsh", TheProgram.Run("completion", "zsh").Good().Output);

        var said = Shell(
            "zsh",
            "compdef() { :; }; source ./completion.zsh; compadd() { shift; print -l -- \"$@\"; }; _files() { print files; }; "
                + "words=(clientele ask ''); CURRENT=3; _clientele; words=(clientele run ord); _clientele"
        );

        Assert.Equal(
            "account_managers\ncohorts\ninsider_features\nproducts\nprofile\npurchase_histories\nrecommendations\nrfm\nsegments\nthelook_features\nthelook_regression\nthelook_scores\nvalue\nfiles\n",
            said.Good().Output
        );
    }

    [Fact]
    public void Fish_takes_the_script_and_completes()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/fish"), "There is no fish.");
        _folder.Write("completion.fish", TheProgram.Run("completion", "fish").Good().Output);

        var said = Shell(
            "fish",
            "source completion.fish; complete -C 'clientele ask '; complete -C 'clientele run --questions rfm,co'; complete -C 'clientele run ord'"
        );

        foreach (var word in (string[])["cohorts", "segments", "rfm,cohorts", "orders.csv"])
        {
            Assert.Contains($"{word}\n", said.Good().Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Tables_of_a_shop_are_offered_by_its_manifest()
    {
        Directory.CreateDirectory(_folder["shop/current"]);
        _folder.Write(
            "shop/current/manifest.json",
            """
            { "run_id": "x", "shop": "s", "as_of": "2024-01-01", "seed": 0, "recipe": "r", "version": "v", "inputs": [], "questions": [],
              "tables": { "rare_table": 3 }, "published_at": "2024-01-01T00:00:00Z", "seconds": {} }
            """
        );

        var said = TheProgram.RunIn(_folder.Path, [], "[suggest]", "export", "--shop", "shop", "r").Good();

        Assert.Equal("rare_table\nrejects\nreturns\n", said.Output);
    }

    [Fact]
    public void A_broken_shop_does_not_disturb_the_line()
    {
        Directory.CreateDirectory(_folder["shop/current"]);
        _folder.Write("shop/current/manifest.json", "{");

        var said = TheProgram.RunIn(_folder.Path, [], "[suggest]", "export", "--shop", "shop", "r");

        Assert.Equal(
            (0, "recommendations\nrecommender_tournament\nrejects\nreturns\nrevenue_forecast\nrules\n", ""),
            (
                said.Code,
                said.Output.Replace("rfm\nrfm_cuts\nrfm_segments\n", "", StringComparison.Ordinal),
                said.Errors
            )
        );
    }

    Outcome Shell(string shell, string script) =>
        TheProgram.Finish(
            TheProgram.Start(
                "/usr/bin/env",
                [shell, "-c", script],
                _folder.Path,
                [
                    ("PATH", $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"),
                    ("HOME", _folder.Path),
                ]
            )
        );
}
