namespace Clientele.Models;

/// <summary>The days on which each customer bought each item that enough customers bought.</summary>
sealed class PurchaseDays
{
    /// <summary>By customer, item and day; each once.</summary>
    readonly ItemPurchase[] _purchases;

    /// <summary>Where a customer's begin.</summary>
    readonly int[] _customers;

    /// <summary>Of each item, where the purchases of each of its customers begin.</summary>
    readonly List<int>[] _ofItem;

    internal PurchaseDays(IReadOnlyList<ItemPurchase> purchases, int customers, int items, int least)
    {
        var buyers = new HashSet<int>[items];
        foreach (var one in purchases)
        {
            (buyers[one.Item] ??= []).Add(one.Customer);
        }

        _purchases =
        [
            .. purchases
                .Where(one => buyers[one.Item].Count >= least)
                .Distinct()
                .OrderBy(one => one.Customer)
                .ThenBy(one => one.Item)
                .ThenBy(one => one.Day),
        ];
        _customers = new int[customers + 1];
        _ofItem = [.. Enumerable.Range(0, items).Select(_ => new List<int>())];
        for (var i = 0; i < _purchases.Length; i++)
        {
            var (customer, item, _) = _purchases[i];
            _customers[customer + 1] = i + 1;
            if (i == 0 || _purchases[i - 1].Customer != customer || _purchases[i - 1].Item != item)
            {
                _ofItem[item].Add(i);
            }
        }

        // Who bought nothing ends where the one before ends.
        for (var customer = 0; customer < customers; customer++)
        {
            _customers[customer + 1] = Math.Max(_customers[customer + 1], _customers[customer]);
        }
    }

    /// <summary>Customers who bought an item.</summary>
    internal int Customers(int item) => _ofItem[item].Count;

    /// <summary>Counts for each other item the customers who bought it at most so many days after the first, and not on the same day; and those who did the reverse.</summary>
    internal void Count(int first, int days, int[] after, int[] before)
    {
        foreach (var begin in _ofItem[first])
        {
            var customer = _purchases[begin].Customer;
            var end = EndOf(begin);
            for (var other = _customers[customer]; other < _customers[customer + 1]; )
            {
                var otherEnd = EndOf(other);
                if (other != begin)
                {
                    after[_purchases[other].Item] += Follows((begin, end), (other, otherEnd), days) ? 1 : 0;
                    before[_purchases[other].Item] += Follows((other, otherEnd), (begin, end), days) ? 1 : 0;
                }

                other = otherEnd;
            }
        }
    }

    int EndOf(int begin)
    {
        var (customer, item, _) = _purchases[begin];
        var end = begin + 1;
        while (
            end < _purchases.Length && _purchases[end].Customer == customer && _purchases[end].Item == item
        )
        {
            end++;
        }

        return end;
    }

    bool Follows((int Begin, int End) first, (int Begin, int End) second, int days)
    {
        var before = first.Begin;
        for (var after = second.Begin; after < second.End; after++)
        {
            // The last day of the first item before this one of the second.
            while (before + 1 < first.End && _purchases[before + 1].Day < _purchases[after].Day)
            {
                before++;
            }

            var gap = _purchases[after].Day - _purchases[before].Day;
            if (gap > 0 && gap <= days)
            {
                return true;
            }
        }

        return false;
    }
}
