namespace Clientele.Models;

/// <summary>A row of a table cannot be.</summary>
/// <param name="row">The row, from 0.</param>
/// <param name="column">The column, as the model calls it.</param>
/// <param name="fault">What is wrong and what to do, in a sentence without its place.</param>
public sealed class TableRowException(int row, string column, string fault)
    : ArgumentException($"Row {row}, column {column}: {fault}")
{
    /// <summary>The row, from 0.</summary>
    public int Row => row;

    /// <summary>The column, as the model calls it.</summary>
    public string Column => column;

    /// <summary>What is wrong and what to do.</summary>
    public string Fault => fault;
}
