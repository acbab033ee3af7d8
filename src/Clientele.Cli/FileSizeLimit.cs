using System.Runtime.InteropServices;

namespace Clientele.Cli;

/// <summary>A limit on the size of files (<c>ulimit -f</c>) makes writing fail, instead of ending the process without a word.</summary>
static class FileSizeLimit
{
    /// <summary>SIGXFSZ, which .NET has no name for: 25 on Linux and macOS.</summary>
    const PosixSignal Signal = (PosixSignal)25;

    /// <returns>To be held as long as the program writes.</returns>
    internal static IDisposable? Told() =>
        OperatingSystem.IsWindows()
            ? null
            : PosixSignalRegistration.Create(Signal, context => context.Cancel = true);
}
