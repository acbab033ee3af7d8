namespace Clientele.Delivery;

// The halves of the components that Razor does not write: nobody derives from them.

/// <summary>The whole document.</summary>
public sealed partial class ReportPage;

/// <summary>Links to the questions.</summary>
public sealed partial class Contents;

/// <summary>What an owner wants to see first: a few numbers, and the first sentence of every answer.</summary>
public sealed partial class Brief;

/// <summary>Numbers to read first, each with its label.</summary>
public sealed partial class Tiles;

/// <summary>One question with its answer, figures and caveats.</summary>
public sealed partial class Section;

/// <summary>One figure: its finding, its picture and the numbers behind it.</summary>
public sealed partial class FigureView;

/// <summary>The numbers of one figure as a table.</summary>
public sealed partial class DataTable;
