namespace Clientele.Warehouse;

/// <summary>How a check came out.</summary>
public enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Worth knowing; nothing fails by it.</summary>
    Note,

    /// <summary>Something fails, or would.</summary>
    Fault,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Said">What was found, without a point.</param>
/// <param name="Remedy">What to do, a sentence; empty for nothing.</param>
public sealed record Check(string Name, Verdict Verdict, string Said, string Remedy = "")
{
    /// <summary>As it should be.</summary>
    public static Check Ok(string name, string said) => new(name, Verdict.Ok, said);

    /// <summary>Worth knowing.</summary>
    public static Check Note(string name, string said, string remedy) =>
        new(name, Verdict.Note, said, remedy);

    /// <summary>Something fails, or would.</summary>
    public static Check Fault(string name, string said, string remedy) =>
        new(name, Verdict.Fault, said, remedy);
}
