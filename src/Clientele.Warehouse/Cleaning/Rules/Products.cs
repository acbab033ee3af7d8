namespace Clientele.Warehouse;

/// <summary>Product ids in upper case: 85123a and 85123A are one product.</summary>
sealed class UpperCaseProducts : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => "product ids written in upper case, so that 85123a is 85123A";

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run)
    {
        run.Change("upper_case_products", "update staging.catalogue set product_id = upper(product_id)");
        var lower = run.Where("upper_case_products", "product_code", "text <> upper(text)");
        return run.Change(
            "upper_case_products",
            $"update staging.lines set product_code = text_code(upper(text_of(product_code))) where {lower}"
        );
    }
}

/// <summary>Codes that are no merchandise: postage, fees, corrections.</summary>
sealed class ExcludedProducts(IReadOnlyList<string> codes, string? pattern, bool allLetters) : ICleaningRule
{
    /// <summary>More codes than this tell nobody anything.</summary>
    const int MostNames = 5;

    /// <inheritdoc/>
    public string Reason => "products that the recipe leaves out, such as postage, fees and samples";

    internal static ICleaningRule From(RuleSettings settings)
    {
        settings.NeedAny("codes", "pattern", "all_letters");
        return new ExcludedProducts(
            settings.Texts("codes"),
            settings.Pattern("pattern"),
            settings.Flag("all_letters", false)
        );
    }

    /// <summary>A shop may sell what another calls M or D: the ledger names what was left out.</summary>
    public RuleEffect Apply(CleaningRun run)
    {
        var excluded = run.Where(
            "excluded_products",
            "product_code",
            $"""
            {RuleLists.Contains("codes", "text")}
            or regexp_full_match(text, coalesce($pattern, '[^\s\S]'))
            or ($all_letters and regexp_full_match(text, '[A-Za-z]+'))
            """,
            ("codes", RuleLists.Join(codes)),
            ("pattern", pattern),
            ("all_letters", allLetters)
        );
        var found = Found(run, excluded);
        return run.Remove("excluded_products", excluded) with
        {
            Reason =
                found == null
                    ? null
                    : $"no merchandise by the recipe: {found}; to keep one, take it out of the recipe",
        };
    }

    /// <summary>The codes with most lines, and how many others there are; null for none.</summary>
    static string? Found(CleaningRun run, string excluded)
    {
        var found = run.Database.Read(
            new(
                "excluded_products",
                $"""
                select text_of(product_code) as code, count(*) as lines, count(*) over () as codes
                from staging.lines
                where {excluded}
                group by product_code
                order by lines desc, code
                limit {MostNames}
                """
            )
        );
        return found.Rows == 0
            ? null
            : string.Join(", ", found.Texts("code"))
                + (
                    (long)found.Number("codes") - found.Rows is > 0 and var others
                        ? $" and {Counted.Of(others, "other")}"
                        : ""
                );
    }
}

/// <summary>Lines whose description tells that they are no sale.</summary>
sealed class ExcludedDescriptions(IReadOnlyList<string> texts, string? pattern) : ICleaningRule
{
    /// <inheritdoc/>
    public string Reason => "the description tells that it is no sale";

    internal static ICleaningRule From(RuleSettings settings)
    {
        settings.NeedAny("texts", "pattern");
        return new ExcludedDescriptions(settings.Texts("texts"), settings.Pattern("pattern"));
    }

    /// <inheritdoc/>
    public RuleEffect Apply(CleaningRun run) =>
        run.Remove(
            "excluded_descriptions",
            run.Where(
                "excluded_descriptions",
                "name_code",
                $"{RuleLists.Contains("texts", "text")} or regexp_full_match(text, coalesce($pattern, '[^\\s\\S]'))",
                ("texts", RuleLists.Join(texts)),
                ("pattern", pattern)
            )
        );
}
