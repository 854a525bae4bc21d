using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Docsite.Diagnostics;

namespace Docsite.Cli.Commands;

/// <summary>One thing that the tool, or a site's tests, need of the machine.</summary>
/// <param name="What">The thing.</param>
/// <param name="Found">What there is; nothing where it is missing.</param>
/// <param name="Without">What does not work without it.</param>
/// <param name="Cure">How to get it.</param>
/// <param name="IsRequired">Whether nothing works without it.</param>
internal sealed record Examination(string What, string? Found, string Without, string Cure, bool IsRequired)
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    /// <summary>Looks at everything.</summary>
    internal static ImmutableArray<Examination> Of(string root) =>
    [
        new(".NET SDK", Run("dotnet", "--version", root), "the projects cannot be built, and no block can be run", "https://dot.net, in the version that global.json asks for", IsRequired: true),
        new("runtime", Environment.Version.ToString(), "", "", IsRequired: true),
        new("settings", File.Exists(Path.Combine(root, LoadedSite.SettingsFile)) ? Path.Combine(root, LoadedSite.SettingsFile) : null, "there is no site here", $"{ToolCommand.Here} init", IsRequired: true),
        new("git", Run("git", "--version", root), "pages do not say when they were last changed", "your system's package git", IsRequired: false),
        new("browser", Browser(), "tests that look at the site in a browser are skipped", "your system's package chromium, or CHROME_PATH", IsRequired: false),
        new("fonts", Fonts(), "pictures of pages that a browser makes have boxes for letters", "your system's package fonts-dejavu-core", IsRequired: false),
    ];

    private static string? Browser() => Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } named
        ? File.Exists(named) ? named : null
        : Browsers.Select(FindProgram).FirstOrDefault(path => path is not null);

    private static string? FindProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }).FirstOrDefault(File.Exists);

    // Windows and macOS always have some.
    private static string? Fonts()
    {
        if (!OperatingSystem.IsLinux()) return "the system's";
        string[] folders = ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts")];
        var count = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.?tf", SearchOption.AllDirectories)).Count();
        return count > 0 ? $"{count} files" : null;
    }

    private static string? Run(string program, string argument, string folder)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd().Trim();
            _ = errors.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
