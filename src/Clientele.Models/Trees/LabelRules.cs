namespace Clientele.Models;

/// <summary>What a rule asks of one column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Above">The value must be above this; −∞ for no limit.</param>
/// <param name="UpTo">The value must be no more than this; ∞ for no limit.</param>
public sealed record RuleCondition(int Column, double Above, double UpTo)
{
    /// <summary>Whether it holds for a point.</summary>
    public bool Holds(ReadOnlySpan<double> point) => point[Column] > Above && point[Column] <= UpTo;
}

/// <summary>A rule that tells the rows of a label by a few conditions.</summary>
/// <param name="Label">The label that it stands for.</param>
/// <param name="Conditions">All must hold; one a column, in the order in which the tree asks for them.</param>
/// <param name="Rows">Rows for which it holds.</param>
/// <param name="Hits">Those of them that have the label.</param>
/// <param name="Precision">Share of its rows that have the label.</param>
/// <param name="Recall">Share of the label's rows for which it holds.</param>
public sealed record LabelRule(
    int Label,
    IReadOnlyList<RuleCondition> Conditions,
    int Rows,
    int Hits,
    double Precision,
    double Recall
)
{
    /// <summary>Whether all conditions hold for a point.</summary>
    public bool Holds(ReadOnlySpan<double> point)
    {
        foreach (var condition in Conditions)
        {
            if (!condition.Holds(point))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Rules of which exactly one holds for any point: what a <see cref="RuleTree"/> learned.</summary>
/// <param name="Rules">By label, the one that finds most of its rows first. A label may have several rules, or none.</param>
/// <param name="Accuracy">Share of the rows that have the label of their rule.</param>
public sealed record LabelRules(IReadOnlyList<LabelRule> Rules, double Accuracy)
{
    /// <summary>The place in <see cref="Rules"/> of the rule that holds for a point.</summary>
    public int RuleOf(ReadOnlySpan<double> point)
    {
        var rule = 0;
        while (!Rules[rule].Holds(point))
        {
            rule++;
        }

        return rule;
    }
}
