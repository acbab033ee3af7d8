using System.ComponentModel.DataAnnotations;
using Clientele.Warehouse;

namespace Clientele.Cli;

/// <summary>What the program's exit codes mean, and the one place where exceptions become them.</summary>
static class ExitCodes
{
    internal const string Meaning =
        "0 done, 1 failed, 2 wrong usage or configuration, 3 input refused, 4 a quality gate failed and nothing was published, "
        + "5 another run holds the shop, 130 interrupted";

    internal const int Ok = 0;
    internal const int Failed = 1;
    internal const int Usage = 2;
    internal const int InputRefused = 3;
    internal const int QualityGate = 4;
    internal const int ShopBusy = 5;
    internal const int Interrupted = 130;

    /// <param name="run">What is called.</param>
    /// <param name="files">What it reads.</param>
    internal static int Guard(Func<int> run, IReadOnlyList<string> files)
    {
        try
        {
            return run();
        }
        catch (Exception error)
        {
            var code = Of(error);
            Console.Error.WriteLine(
                code == Interrupted ? "Interrupted: nothing was changed." : Sentence(error, files)
            );
            return code;
        }
    }

    /// <summary>What the user reads: the database goes on after its first line, with SQL that is not the user's.</summary>
    static string Sentence(Exception error, IReadOnlyList<string> files) =>
        Printable(
            MachineTrouble.Sentence(error, files)
                ?? (error is WarehouseException ? error.Message.Split('\n')[0] : error.Message)
        );

    /// <summary>A terminal obeys control characters, wherever they come from.</summary>
    static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '�' : c));

    static int Of(Exception error) =>
        error switch
        {
            OperationCanceledException => Interrupted,
            ConfigurationException or ValidationException => Usage,
            DirectoryNotFoundException or FileNotFoundException => Usage,
            _ when MachineTrouble.IsForbidden(error) => Usage,
            ImportRefusedException or InvalidDataException => InputRefused,
            QualityException => QualityGate,
            ShopBusyException => ShopBusy,
            _ => Failed,
        };
}
