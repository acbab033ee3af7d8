namespace Clientele.Insights;

/// <summary>Asks one question after the other of the same study.</summary>
public static class Interview
{
    /// <summary>All answers, in order; a question with too little data is answered by what it needs.</summary>
    /// <param name="study">The shop at one moment.</param>
    /// <param name="questions">In the order in which they are asked and shown.</param>
    /// <param name="progress">Told each question as it begins: its slug, and what people read.</param>
    /// <param name="cancel">Stops within a question.</param>
    public static IReadOnlyList<Insight> Ask(
        Study study,
        IReadOnlyList<IQuestion> questions,
        Action<string, string> progress,
        CancellationToken cancel
    )
    {
        var insights = new List<Insight>();
        foreach (var question in questions)
        {
            progress(question.Slug, question.Question);
            cancel.ThrowIfCancellationRequested();
            try
            {
                insights.Add(question.Answer(study, cancel));
            }
            catch (InsufficientDataException tooLittle)
            {
                insights.Add(
                    new Insight(question.Slug, question.Question, tooLittle.Message, [], [], [], [])
                    {
                        Unanswered = true,
                    }
                );
            }
        }

        CustomerTable.Save(study);
        return insights;
    }
}
