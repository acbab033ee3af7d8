namespace Clientele.Models;

/// <summary>Quantiles of the normal distribution with mean 0 and variance 1.</summary>
/// <remarks>Rational approximations, right to about 1 in 10¹⁶. Source: Wichura (1988), Applied Statistics 37(3), algorithm AS 241.</remarks>
static class NormalQuantile
{
    static readonly double[] MiddleTop =
    [
        3.3871328727963666080,
        133.14166789178437745,
        1971.5909503065514427,
        13731.693765509461125,
        45921.953931549871457,
        67265.770927008700853,
        33430.575583588128105,
        2509.0809287301226727,
    ];
    static readonly double[] MiddleBottom =
    [
        1,
        42.313330701600911252,
        687.18700749205790830,
        5394.1960214247511077,
        21213.794301586595867,
        39307.895800092710610,
        28729.085735721942674,
        5226.4952788528545610,
    ];
    static readonly double[] NearTop =
    [
        1.42343711074968357734,
        4.63033784615654529590,
        5.76949722146069140550,
        3.64784832476320460504,
        1.27045825245236838258,
        0.241780725177450611770,
        0.0227238449892691845833,
        0.000774545014278341407640,
    ];
    static readonly double[] NearBottom =
    [
        1,
        2.05319162663775882187,
        1.67638483018380384940,
        0.689767334985100004550,
        0.148103976427480074590,
        0.0151986665636164571966,
        0.000547593808499534494600,
        1.05075007164441684324e-9,
    ];
    static readonly double[] FarTop =
    [
        6.65790464350110377720,
        5.46378491116411436990,
        1.78482653991729133580,
        0.296560571828504891230,
        0.0265321895265761230930,
        0.00124266094738807843860,
        0.0000271155556874348757815,
        2.01033439929228813265e-7,
    ];
    static readonly double[] FarBottom =
    [
        1,
        0.599832206555887937690,
        0.136929880922735805310,
        0.0148753612908506148525,
        0.000786869131145613259100,
        0.0000184631831751005468180,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ];

    /// <summary>The value below which a share of the distribution lies.</summary>
    /// <param name="share">Between 0 and 1, without them.</param>
    internal static double Of(double share)
    {
        var off = share - 0.5;
        if (Math.Abs(off) <= 0.425)
        {
            var r = 0.180625 - (off * off);
            return off * Polynomial(MiddleTop, r) / Polynomial(MiddleBottom, r);
        }

        var tail = Math.Sqrt(-Math.Log(off < 0 ? share : 1 - share));
        var quantile =
            tail <= 5
                ? Polynomial(NearTop, tail - 1.6) / Polynomial(NearBottom, tail - 1.6)
                : Polynomial(FarTop, tail - 5) / Polynomial(FarBottom, tail - 5);
        return off < 0 ? -quantile : quantile;
    }

    /// <summary>The same from 0 to 1; within a ten-millionth of the ends as there, so that no value is infinite.</summary>
    internal static double Clipped(double share) => Of(Math.Clamp(share, 1e-7, 1 - 1e-7));

    static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
