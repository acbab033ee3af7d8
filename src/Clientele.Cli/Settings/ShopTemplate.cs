using System.Text;

namespace Clientele.Cli;

/// <summary>The <c>clientele.yml</c> that <c>init</c> writes: every key explained, none set.</summary>
static class ShopTemplate
{
    internal static string Text()
    {
        var text = new StringBuilder(
            $"""
            # How this shop is called, and how it writes numbers and dates.
            # Every key is optional. To set one, take away the # before it and change what follows.
            # An environment variable overrides a key: {ShopKeys.Currency.Variable}="€".

            """
        );
        foreach (var key in ShopKeys.All)
        {
            text.Append(
                $"""

                # {key.Meaning}.
                # Must be {key.Limits}. Default: {key.Usual}.
                #{key.Name}: {ShopKey.Written(key.Example)}

                """
            );
        }

        return text.ToString();
    }
}
