using Spectre.Console;

namespace Docsite.Cli.Commands;

/// <summary>Shows how far a run is, where somebody looks.</summary>
internal static class Progress
{
    public static Task<SiteResult> WhileAsync(Func<IProgress<SiteProgress>?, Task<SiteResult>> run) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? run(null)
            : AnsiConsole.Status().StartAsync("Verifying", status =>
                run(new Progress<SiteProgress>(now => status.Status($"Verified {now.Pages} of {now.AllPages} pages"))));
}
