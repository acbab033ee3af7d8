namespace Clientele.Warehouse;

/// <summary>An extract of a made-up fashion shop in Europe: users joined with their orders, faults included.</summary>
/// <remarks>
/// Of 27,734 rows 3,897 are of users who ordered nothing and 77 tell no city, as in the extract that is stood in for; another number of
/// rows keeps these shares.
/// </remarks>
public static class ThelookShop
{
    const double WithoutOrder = 3_897 / 27_734.0;
    const double WithoutCity = 77 / 27_734.0;

    /// <summary>Ids of users are about so far apart; those of orders half as far.</summary>
    const int Gap = 5;

    /// <summary>Makes an extract. Pure: equal options give equal users.</summary>
    /// <returns>By id.</returns>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">A setting is out of its limits.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was called.</exception>
    public static IReadOnlyList<ThelookUser> Generate(
        ThelookOptions options,
        CancellationToken cancel = default
    )
    {
        var rows = options.Checked().Rows;
        var idle = (int)Math.Round(WithoutOrder * rows);
        var users = new List<ThelookUser>();
        for (var left = rows - idle; left > 0; left -= users[^1].Orders.Count)
        {
            cancel.ThrowIfCancellationRequested();
            users.Add(Draw(options.Seed, users.Count, left));
        }

        for (var i = 0; i < idle; i++)
        {
            users.Add(Draw(options.Seed, users.Count, 0));
        }

        var random = new DemoRandom(options.Seed, DemoPurpose.FashionGaps);
        Shuffle(users, random);
        return WithoutCities(Numbered(users, random), (int)Math.Round(WithoutCity * rows), random);
    }

    /// <summary>A user with no more orders than these.</summary>
    static ThelookUser Draw(int seed, int index, int most)
    {
        var random = new DemoRandom(seed, DemoPurpose.FashionOrders, index);
        var registered = ThelookOrders.Registered(random);
        return new(
            ThelookPeople.Draw(new(seed, DemoPurpose.FashionUser, index)),
            registered,
            most == 0 ? [] : ThelookOrders.Draw(registered, most, random)
        );
    }

    static void Shuffle(List<ThelookUser> users, DemoRandom random)
    {
        for (var i = users.Count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (users[i], users[other]) = (users[other], users[i]);
        }
    }

    /// <summary>Users and their orders with ids that ascend.</summary>
    static ThelookUser[] Numbered(List<ThelookUser> users, DemoRandom random)
    {
        var (user, order) = (0, 0);
        return
        [
            .. users.Select(u =>
                u with
                {
                    Id = user += 1 + random.Below((2 * Gap) - 1),
                    Orders = [.. u.Orders.Select(o => o with { Id = order += 1 + random.Below(Gap) })],
                }
            ),
        ];
    }

    /// <summary>Takes the city from users who have ordered, and have just so many rows together.</summary>
    static ThelookUser[] WithoutCities(ThelookUser[] users, int rows, DemoRandom random)
    {
        while (rows > 0)
        {
            var one = random.Below(users.Length);
            if (users[one].HasCity && users[one].Orders.Count > 0 && users[one].Rows <= rows)
            {
                users[one] = users[one] with { HasCity = false };
                rows -= users[one].Rows;
            }
        }

        return users;
    }
}
