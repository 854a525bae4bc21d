using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Docsite.Diagnostics;
using Docsite.Settings;

namespace Docsite.Discovery;

/// <summary>The days of the files' last commits.</summary>
/// <param name="Days">By path from the settings file, e.g. <c>2024-05-31</c>.</param>
/// <param name="Diagnostics">Why there are none.</param>
public sealed record FileDates(IReadOnlyDictionary<string, string> Days, ImmutableArray<Diagnostic> Diagnostics)
{
    private const char Mark = '\u0001';

    /// <summary>None.</summary>
    internal static FileDates None { get; } = new(FrozenDictionary<string, string>.Empty, []);

    /// <summary>Asks git, where the settings say so.</summary>
    public static FileDates Read(SiteSettings settings)
    {
        if (!settings.GitDates) return None;
        var (log, error) = Git(settings.Root,
            ["-c", "core.quotePath=off", "log", $"--format={Mark}%cs %p", "--name-only", "--relative", "--no-renames", "--", .. settings.InputPaths, .. settings.ExamplePaths]);
        if (log is null) return Failed(settings, error);
        var isShallow = Git(settings.Root, ["rev-parse", "--is-shallow-repository"]).Output?.Trim() == "true";
        return new FileDates(Parse(log, isShallow), isShallow ? Note(settings, "the history of this clone is cut off, so pages that were not changed since have no day; fetch all of it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout") : []);
    }

    /// <summary>What the days depend on, beside the paths: the last commit, and how far the history goes back.</summary>
    /// <returns>Empty where nobody asks for days; nothing where git does not tell.</returns>
    internal static string? LastCommit(SiteSettings settings) =>
        settings.GitDates ? Git(settings.Root, ["rev-parse", "HEAD", "--is-shallow-repository"]).Output : "";

    /// <summary>Reads a log, newest commit first: a line with a mark, the day and the commit's parents, then the files.</summary>
    /// <param name="log">The log.</param>
    /// <param name="isCutOff">Whether the oldest commits have lost their parents: they seem to have changed every file.</param>
    internal static FrozenDictionary<string, string> Parse(string log, bool isCutOff = false)
    {
        var days = new Dictionary<string, string>(StringComparer.Ordinal);
        var day = "";
        foreach (var line in log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == Mark)
            {
                var words = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                day = isCutOff && words.Length == 1 ? "" : words[0];
            }
            else if (day.Length > 0) days.TryAdd(line, day);
        }
        return days.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (string? Output, string Error) Git(string folder, IEnumerable<string> words)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? (output, "") : (null, error.GetAwaiter().GetResult().Split('\n')[0]);
        }
        catch (Win32Exception)
        {
            return (null, "git is not installed");
        }
    }

    private static FileDates Failed(SiteSettings settings, string reason) => new(FrozenDictionary<string, string>.Empty, Note(settings, $"the pages have no days from git: {reason.Trim()}"));

    private static ImmutableArray<Diagnostic> Note(SiteSettings settings, string message) =>
        [new Diagnostic(DiagnosticIds.NoDates, Severity.Note, settings.Places.Of("GitDates"), message)];
}
