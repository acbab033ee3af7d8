namespace Clientele.Delivery;

// The halves of the components that Razor does not write: nobody derives from them.

/// <summary>The whole document.</summary>
public sealed partial class ReportPage;

/// <summary>Links to the questions.</summary>
public sealed partial class Contents;

/// <summary>The first sentence of every answer.</summary>
public sealed partial class Brief;

/// <summary>One question with its answer, figures and caveats.</summary>
public sealed partial class Section;

/// <summary>One figure: its finding, its picture and the numbers behind it.</summary>
public sealed partial class FigureView;

/// <summary>The numbers of one figure as a table.</summary>
public sealed partial class DataTable;
