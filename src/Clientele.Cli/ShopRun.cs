using Clientele.Delivery;
using Clientele.Features;
using Clientele.Insights;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>One run: sources to core tables, questions to answers, answers to documents, and all of it published at once.</summary>
sealed class ShopRun(RunSpec spec, Talk talk, CancellationToken cancel)
{
    static readonly string Version = RunId.VersionOf(
        typeof(ShopBuild).Assembly,
        typeof(FeatureSet).Assembly,
        typeof(Models.Matrix).Assembly,
        typeof(Study).Assembly,
        typeof(Report).Assembly
    );

    /// <summary>Runs and publishes; the same run again changes nothing.</summary>
    internal RunOutcome Run()
    {
        var settings = ShopSettings.Of(spec.Shop);
        settings = settings with
        {
            TimeZone = spec.TimeZone ?? settings.TimeZone,
            FirstDay = spec.Import.FirstDay,
        };
        var questions = Questions.Ask(spec.Questions, spec.QuestionSettings());
        using var hold = spec.Shop.Lock();
        // Files are looked through while they are hashed, the engine loads and the questions are read.
        foreach (var source in spec.Sources)
        {
            source.Begin(cancel);
        }

        var hashes = spec.Sources.Select(s => s.Hash(cancel)).ToList();
        var runId = RunId.Of([Version, settings.ToString(), .. hashes, .. spec.Identity()]);
        if (spec.Shop.Earlier?.Manifest is { } published && published.RunId == runId)
        {
            return new RunOutcome(published, IsNew: false, []);
        }

        try
        {
            // Reading, cleaning, core, one a question, report, publish.
            return talk.Follow(5 + questions.Count, step => Make(runId, questions, settings, step));
        }
        finally
        {
            spec.Shop.Abandon();
        }
    }

    RunOutcome Make(
        string runId,
        IReadOnlyList<IQuestion> questions,
        ShopSettings settings,
        Action<string, string> step
    )
    {
        var folder = spec.Shop.Prepare(runId);
        var notes = SearchNotes.Of(spec.Shop, runId);
        var answers = Answer(questions, settings, notes, step);
        Documents.WriteLedger(folder, answers.Ledger);

        step("report", "Writing the report and the tables");
        Documents.Write(folder, ReportOf(answers, settings), answers.Tables);
        Documents.WriteModels(folder, answers.Models);
        cancel.ThrowIfCancellationRequested();

        step("publish", "Publishing");
        File.Move(spec.Shop.NextDatabase, Path.Combine(folder, "shop.duckdb"));
        var manifest = ManifestOf(runId, answers.Contents, answers.Insights, answers.Tables) with
        {
            Shop = settings.Name,
            TimeZone = settings.TimeZone,
        };
        manifest.Write(Path.Combine(folder, "manifest.json"));
        spec.Shop.Publish(runId);
        notes.Remove();
        return new RunOutcome(manifest, IsNew: true, answers.Insights) { Warning = answers.Warning };
    }

    /// <summary>Builds the shop's database and asks all questions of it.</summary>
    Answers Answer(
        IReadOnlyList<IQuestion> questions,
        ShopSettings settings,
        SearchNotes notes,
        Action<string, string> step
    )
    {
        using var database = new DuckDatabase(Next());
        var contents = ShopBuild.Run(
            database,
            new ShopPlan(spec.Sources, spec.Recipe)
            {
                AsOf = spec.AsOf,
                TimeZone = settings.TimeZone,
                Earlier = spec.Shop.Earlier,
            },
            talk.WithRows(step, spec.Sources, () => database.Progress),
            cancel
        );
        if (!contents.IsUndated)
        {
            FirstOrder.Before(contents.AsOf, database);
        }

        var warning = LastOrder.LongBefore(contents.AsOf, database);
        var moment = new Moment(contents.AsOf.ToDateTime(TimeOnly.MinValue), spec.Recipe.Recency);
        var study = new Study(database, moment, spec.Seed, spec.Threads)
        {
            Numbers = new NumberText(settings.Style),
            Earlier = spec.Shop.Earlier?.Segments(),
            Notes = notes.Study,
        };
        var insights = Interview.Ask(study, questions, step, cancel);
        var read = WhatWasRead.Tell(
            study,
            ImportTable.Of(database, contents, settings.TimeZone),
            Notes(contents)
        );
        return new Answers(contents, insights, read, study.Saved, study.Ledger(), warning)
        {
            Models = study.Models,
        };
    }

    /// <summary>What is odd about the files, what they do not tell, and why they could not be compared with what was published before.</summary>
    static IEnumerable<string> Notes(ShopContents contents) =>
        contents
            .Sources.SelectMany(s => s.Warnings.Concat(s.Notes.Select(n => $"{s.Source}: {n.TrimEnd('.')}.")))
            .Concat(
                contents.Comparison?.Fault is { } fault
                    ? [$"What was published before could not be compared with these files: {fault}."]
                    : []
            );

    Report ReportOf(Answers answers, ShopSettings settings) =>
        new(
            settings.Name,
            answers.Contents.AsOf,
            [.. answers.Contents.Sources.Where(s => s.Into.Length > 0).Select(s => s.Source)],
            spec.Recipe.Name,
            answers.Insights
        )
        {
            Read = answers.Read,
            Style = settings.Style,
        };

    DuckOptions Next() =>
        new(spec.Shop.NextDatabase)
        {
            Threads = spec.Threads,
            Cancel = cancel,
            CountsProgress = talk.IsLive,
        };

    Manifest ManifestOf(
        string runId,
        ShopContents contents,
        IReadOnlyList<Insight> insights,
        IReadOnlyList<Table> tables
    ) =>
        new()
        {
            RunId = runId,
            Shop = "",
            AsOf = contents.AsOf,
            Seed = spec.Seed,
            Recipe = spec.Recipe.Name,
            Version = Version,
            Inputs = [.. contents.Sources.Select(ManifestInput.Of)],
            Comparison = contents.Comparison,
            Questions = [.. insights.Where(i => !i.Unanswered).Select(i => i.Slug)],
            Unanswered = insights.Where(i => i.Unanswered).ToDictionary(i => i.Slug, i => i.Answer),
            Tables = tables.ToDictionary(t => t.Name, t => t.Rows),
            PublishedAt = TimeProvider.System.GetUtcNow(),
            Seconds = new SortedDictionary<string, double>(
                talk.Seconds.ToDictionary(),
                StringComparer.Ordinal
            ),
        };

    /// <summary>All that a run found out.</summary>
    sealed record Answers(
        ShopContents Contents,
        IReadOnlyList<Insight> Insights,
        Insight Read,
        IReadOnlyList<Table> Tables,
        Table Ledger,
        string? Warning
    )
    {
        internal required IReadOnlyDictionary<string, string> Models { get; init; }
    }
}
