namespace Clientele.Models;

/// <summary>Points in the plane, cut into quarters again and again: nodes in the order of a walk that visits a node before its parts.</summary>
/// <remarks>
/// Points are put in the order of their Morton codes (16 bits a side), so that every node holds a stretch of them.
/// Source: Barnes and Hut (1986), Nature 324; Morton (1966).
/// </remarks>
sealed class QuadTree
{
    /// <summary>Points up to which a node is not cut.</summary>
    const int LeafPoints = 8;

    const int Levels = 16;
    readonly uint[] _codes;
    readonly uint[] _codeBuffer;
    readonly int[] _orderBuffer;
    Node[] _nodes;
    float _width;

    internal QuadTree(int count)
    {
        (_codes, _codeBuffer) = (new uint[count], new uint[count]);
        (Order, _orderBuffer) = (new int[count], new int[count]);
        (Xs, Ys) = (new float[count], new float[count]);
        _nodes = new Node[Math.Max(16, count)];
    }

    /// <summary>A square and the points in it.</summary>
    /// <param name="X">Mean of their x.</param>
    /// <param name="Y">Mean of their y.</param>
    /// <param name="Count">How many.</param>
    /// <param name="SquaredWidth">Squared side of the square.</param>
    /// <param name="Start">The first of them, in the order of the tree.</param>
    /// <param name="Next">The node after this one and all its parts.</param>
    /// <param name="IsLeaf">Whether it is not cut.</param>
    internal readonly record struct Node(
        float X,
        float Y,
        int Count,
        float SquaredWidth,
        int Start,
        int Next,
        bool IsLeaf
    );

    /// <summary>The points' numbers in the order of the tree.</summary>
    internal int[] Order { get; }

    /// <summary>x in the order of the tree.</summary>
    internal float[] Xs { get; }

    /// <summary>y in the order of the tree.</summary>
    internal float[] Ys { get; }

    /// <summary>The nodes that there are.</summary>
    internal ReadOnlySpan<Node> Nodes => _nodes.AsSpan(0, NodeCount);

    /// <summary>Number of nodes.</summary>
    internal int NodeCount { get; private set; }

    /// <summary>Builds the tree of other points: x and y of each in turn.</summary>
    internal void Build(ReadOnlySpan<float> points)
    {
        Encode(points);
        for (var shift = 0; shift < 2 * Levels; shift += 8)
        {
            SortBy(shift);
        }

        for (var i = 0; i < Order.Length; i++)
        {
            (Xs[i], Ys[i]) = (points[2 * Order[i]], points[(2 * Order[i]) + 1]);
        }

        NodeCount = 0;
        Cut(0, Order.Length, level: 0);
    }

    void Encode(ReadOnlySpan<float> points)
    {
        var (left, right, bottom, top) = (points[0], points[0], points[1], points[1]);
        for (var i = 2; i < points.Length; i += 2)
        {
            (left, right) = (Math.Min(left, points[i]), Math.Max(right, points[i]));
            (bottom, top) = (Math.Min(bottom, points[i + 1]), Math.Max(top, points[i + 1]));
        }

        _width = Math.Max(Math.Max(right - left, top - bottom), 1e-20f);
        var scale = ((1 << Levels) - 1) / _width;
        for (var i = 0; i < Order.Length; i++)
        {
            Order[i] = i;
            _codes[i] =
                Spread((uint)((points[2 * i] - left) * scale))
                | (Spread((uint)((points[(2 * i) + 1] - bottom) * scale)) << 1);
        }
    }

    /// <summary>Puts a 0 before every bit.</summary>
    static uint Spread(uint bits)
    {
        bits = (bits | (bits << 8)) & 0x00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x33333333;
        return (bits | (bits << 1)) & 0x55555555;
    }

    /// <summary>One pass of a radix sort, which leaves equals in their order.</summary>
    void SortBy(int shift)
    {
        Span<int> starts = stackalloc int[257];
        starts.Clear();
        foreach (var code in _codes)
        {
            starts[(int)((code >> shift) & 255) + 1]++;
        }

        for (var digit = 0; digit < 256; digit++)
        {
            starts[digit + 1] += starts[digit];
        }

        for (var i = 0; i < _codes.Length; i++)
        {
            var place = starts[(int)((_codes[i] >> shift) & 255)]++;
            (_codeBuffer[place], _orderBuffer[place]) = (_codes[i], Order[i]);
        }

        _codeBuffer.CopyTo(_codes, 0);
        _orderBuffer.CopyTo(Order, 0);
    }

    /// <summary>Makes the node of a stretch of points, and its parts; returns their sums.</summary>
    (double X, double Y) Cut(int start, int end, int level)
    {
        var index = NodeCount++;
        if (index == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * index);
        }

        var (x, y) = (0.0, 0.0);
        var isLeaf = end - start <= LeafPoints || level == Levels;
        if (isLeaf)
        {
            for (var i = start; i < end; i++)
            {
                (x, y) = (x + Xs[i], y + Ys[i]);
            }
        }
        else
        {
            var shift = 2 * (Levels - 1 - level);
            for (var from = start; from < end; )
            {
                var to = EndOf(from, end, shift);
                var part = Cut(from, to, level + 1);
                (x, y, from) = (x + part.X, y + part.Y, to);
            }
        }

        var (count, width) = (end - start, _width / (1 << level));
        _nodes[index] = new Node(
            (float)(x / count),
            (float)(y / count),
            count,
            width * width,
            start,
            NodeCount,
            isLeaf
        );
        return (x, y);
    }

    /// <summary>The end of the points whose codes are equal down to a bit.</summary>
    int EndOf(int from, int end, int shift)
    {
        var code = _codes[from] >> shift;
        var (low, high) = (from + 1, end);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _codes[middle] >> shift == code ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
