using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using Docsite.Diagnostics;
using Docsite.Pages;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Discovery;

/// <summary>The days of the files' last commits.</summary>
/// <param name="Days">By path from the settings file, e.g. <c>2024-05-31</c>.</param>
/// <param name="Diagnostics">Why there are none.</param>
public sealed record FileDates(IReadOnlyDictionary<string, string> Days, ImmutableArray<Diagnostic> Diagnostics)
{
    private const char Mark = '\u0001';

    /// <summary>Asks git, where the settings say so.</summary>
    public static FileDates Read(SiteSettings settings)
    {
        if (!settings.GitDates) return new FileDates(FrozenDictionary<string, string>.Empty, []);
        try
        {
            using var git = Process.Start(Command(settings))!;
            var error = git.StandardError.ReadToEndAsync();
            var log = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? new FileDates(Parse(log), []) : Failed(error.GetAwaiter().GetResult().Split('\n')[0]);
        }
        catch (Win32Exception)
        {
            return Failed("git is not installed");
        }
    }

    /// <summary>Reads a log, newest commit first: a line with a mark and the day, then the files.</summary>
    internal static FrozenDictionary<string, string> Parse(string log)
    {
        var days = new Dictionary<string, string>(StringComparer.Ordinal);
        var day = "";
        foreach (var line in log.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == Mark) day = line[1..];
            else days.TryAdd(line, day);
        }
        return days.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ProcessStartInfo Command(SiteSettings settings)
    {
        var command = new ProcessStartInfo("git") { WorkingDirectory = settings.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words = ["-c", "core.quotePath=off", "log", $"--format={Mark}%cs", "--name-only", "--relative", "--no-renames", "--", .. settings.InputPaths, .. settings.ExamplePaths];
        foreach (var word in words) command.ArgumentList.Add(word);
        return command;
    }

    private static FileDates Failed(string reason) => new(FrozenDictionary<string, string>.Empty,
    [
        new Diagnostic(DiagnosticIds.NoDates, Severity.Note, new PageLocation(new PageText("docsite.yml", ""), new TextSpan(0, 0)), $"the pages have no days from git: {reason.Trim()}"),
    ]);
}
