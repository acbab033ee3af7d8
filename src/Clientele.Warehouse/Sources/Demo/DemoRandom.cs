using System.Runtime.CompilerServices;

namespace Clientele.Warehouse;

/// <summary>What the numbers of a <see cref="DemoRandom"/> decide. One purpose never disturbs another.</summary>
public enum DemoPurpose
{
    /// <summary>Products, prices and planted pairs.</summary>
    Catalogue = 1,

    /// <summary>How a customer behaves.</summary>
    Customer,

    /// <summary>Who a customer is: address, age and the like.</summary>
    Person,

    /// <summary>When a customer orders, and what.</summary>
    Orders,

    /// <summary>What comes back.</summary>
    Returns,

    /// <summary>Duplicates, spellings and other dirt.</summary>
    Mess,

    /// <summary>Visits of a customer to the web site.</summary>
    Browsing,

    /// <summary>Orders without an account.</summary>
    Guest,

    /// <summary>Visits of strangers to the web site.</summary>
    Visitor,

    /// <summary>What an ordinary customer of the shop with account managers buys.</summary>
    AccountTrips,

    /// <summary>Where a customer of that shop is billed.</summary>
    AccountPlace,

    /// <summary>Which customers of that shop are its large accounts.</summary>
    LargeAccounts,

    /// <summary>Who a user of the fashion shop is.</summary>
    FashionUser,

    /// <summary>What a user of that shop ordered, and when.</summary>
    FashionOrders,

    /// <summary>Which users of that shop have no order, and which no city.</summary>
    FashionGaps,
}

/// <summary>xoshiro256** with independent streams, seeded by splitmix64.</summary>
/// <remarks>
/// Equal seed, purpose and index give equal numbers on every machine, whatever is drawn elsewhere.
/// Source: Blackman and Vigna (2021), "Scrambled Linear Pseudorandom Number Generators"; Vigna's splitmix64.c.
/// </remarks>
public sealed class DemoRandom
{
    const ulong Golden = 0x9E3779B97F4A7C15;
    ulong _a;
    ulong _b;
    ulong _c;
    ulong _d;

    /// <summary>Opens the stream of one thing, such as the orders of customer 17.</summary>
    public DemoRandom(int seed, DemoPurpose purpose, long index = 0)
    {
        var state = Mix(unchecked((ulong)seed + Golden));
        state = Mix(unchecked(state + ((ulong)purpose * Golden)));
        state = Mix(unchecked(state + ((ulong)index * Golden)));
        _a = Mix(unchecked(state + Golden));
        _b = Mix(unchecked(state + (2 * Golden)));
        _c = Mix(unchecked(state + (3 * Golden)));
        _d = Mix(unchecked(state + (4 * Golden)));
    }

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits()
    {
        unchecked
        {
            var result = ulong.RotateLeft(_b * 5, 7) * 9;
            var shifted = _b << 17;
            _c ^= _a;
            _d ^= _b;
            _b ^= _c;
            _a ^= _d;
            _c ^= shifted;
            _d = ulong.RotateLeft(_d, 45);
            return result;
        }
    }

    /// <summary>Uniform in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … <paramref name="count"/> − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int count) => (int)(((Bits() >> 32) * (ulong)count) >> 32);

    /// <summary>True with this chance.</summary>
    public bool Chance(double chance) => Uniform() < chance;

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Uniform());

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Gamma with this shape and scale 1.</summary>
    /// <remarks>Source: Marsaglia and Tsang (2000), "A Simple Method for Generating Gamma Variables".</remarks>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var root = 1 + (c * x);
            var v = root * root * root;
            if (v > 0 && Math.Log(1 - Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Beta in (0, 1) with mean a / (a + b).</summary>
    public double Beta(double a, double b)
    {
        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    /// <summary>Poisson. O(mean).</summary>
    public int Poisson(double mean)
    {
        // exp(−mean) would underflow; a sum of Poissons is a Poisson.
        if (mean > 50)
        {
            return Poisson(mean / 2) + Poisson(mean / 2);
        }

        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = Uniform(); product > limit; product *= Uniform())
        {
            count++;
        }

        return count;
    }

    /// <summary>Failures before the first success: 0, 1, 2 … with mean (1 − p) / p.</summary>
    /// <param name="p">Chance of success in (0, 1).</param>
    public int Geometric(double p) => (int)(Math.Log(1 - Uniform()) / Math.Log(1 - p));

    static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
