namespace Clientele.Warehouse;

/// <summary>Puts the visits of all blocks in order of time and writes them down as columns.</summary>
sealed class DemoSessionWriter(DemoPlan plan, DemoBlock[] blocks, string[] customerIds)
{
    const int Chunk = 4096;

    readonly DemoSorted _sorted = new(
        [.. blocks.Select(b => b.Visits.Count)],
        (block, i) => blocks[block].Visits[i].Second
    );

    internal DemoSessionTable Write(ParallelOptions parallel)
    {
        var starts = new int[_sorted.Count + 1];
        for (var v = 0; v < _sorted.Count; v++)
        {
            var (block, i) = _sorted[v];
            starts[v + 1] = checked(starts[v] + blocks[block].Visits[i].Events);
        }

        var table = new DemoSessionTable(starts[^1]);
        Parallel.For(
            0,
            (_sorted.Count + Chunk - 1) / Chunk,
            parallel,
            chunk =>
            {
                for (var v = chunk * Chunk; v < Math.Min((chunk + 1) * Chunk, _sorted.Count); v++)
                {
                    WriteVisit(v, starts[v], table);
                }
            }
        );
        return table;
    }

    void WriteVisit(int v, int row, DemoSessionTable table)
    {
        var (block, i) = _sorted[v];
        var visit = blocks[block].Visits[i];
        var customer = visit.Customer == DemoCustomer.Guest ? null : customerIds[visit.Customer];
        var at = plan.Calendar.Start.AddSeconds(visit.Second);
        for (var e = 0; e < visit.Events; e++)
        {
            var did = blocks[block].Events[visit.FirstEvent + e];
            table.SessionId[row + e] = v + 1;
            table.VisitorId[row + e] = visit.Visitor;
            table.CustomerId[row + e] = customer;
            table.StartedAt[row + e] = at;
            table.Category[row + e] = did.Section;
            table.Event1[row + e] = did.Event1 == 0 ? null : did.Event1;
            table.Event2[row + e] = did.Event2;
        }
    }
}
