namespace Docsite.Execution.Workers;

/// <summary>Says why a worker ended, from its exit code and the runtime's last words.</summary>
internal static class CauseOfDeath
{
    private const int Signalled = 128;
    private const int Killed = Signalled + 9;

    private static readonly (string Start, string Name)[] Reports =
    [
        ("Stack overflow.", "stack overflow"), ("Process terminated.", "failed fast"), ("Unhandled exception.", "unhandled exception"), ("Fatal error.", "fatal error"),
    ];

    /// <summary>What the runtime reports; nothing where it does not.</summary>
    /// <param name="errors">What it wrote to its error stream; the runtime's report is taken out.</param>
    /// <param name="report">The runtime's report; empty where there is none.</param>
    internal static string? Reported(ref string errors, out string report)
    {
        foreach (var (start, name) in Reports)
        {
            if (Take(ref errors, start) is not { } words) continue;
            report = words;
            return name == "stack overflow" ? name : FirstLine(name, words[start.Length..]);
        }
        report = "";
        return null;
    }

    /// <summary>What the process's exit code tells.</summary>
    internal static string Told(int exitCode) =>
        exitCode == Killed ? "killed" : exitCode > Signalled ? $"signal {exitCode - Signalled}" : $"exit code {exitCode}";

    private static string? Take(ref string errors, string start)
    {
        var at = errors.StartsWith(start, StringComparison.Ordinal) ? 0 : errors.IndexOf("\n" + start, StringComparison.Ordinal) + 1;
        if (at == 0 && !errors.StartsWith(start, StringComparison.Ordinal)) return null;
        var words = errors[at..];
        errors = errors[..at];
        return words;
    }

    private static string FirstLine(string what, string words)
    {
        var line = words.Split('\n').Select(one => one.Trim()).FirstOrDefault(one => one.Length > 0);
        return line is null || line.StartsWith("at ", StringComparison.Ordinal) ? what : $"{what}: {line}";
    }
}
