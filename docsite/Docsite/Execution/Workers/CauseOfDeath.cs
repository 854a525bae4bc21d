namespace Docsite.Execution.Workers;

/// <summary>Says why a worker ended, from its exit code and the runtime's last words.</summary>
internal static class CauseOfDeath
{
    private const int Signalled = 128;
    private const int Killed = Signalled + 9;

    /// <param name="exitCode">The process's exit code.</param>
    /// <param name="errors">What it wrote to its error stream; the runtime's report is taken out.</param>
    internal static string Find(int exitCode, ref string errors)
    {
        if (Take(ref errors, "Stack overflow.") is not null) return "stack overflow";
        if (Take(ref errors, "Process terminated.") is { } words) return FirstLine("failed fast", words["Process terminated.".Length..]);
        if (Take(ref errors, "Unhandled exception.") is { } unhandled) return FirstLine("unhandled exception", unhandled["Unhandled exception.".Length..]);
        if (Take(ref errors, "Fatal error.") is { } fatal) return FirstLine("fatal error", fatal["Fatal error.".Length..]);
        return exitCode == Killed ? "killed" : exitCode > Signalled ? $"signal {exitCode - Signalled}" : $"exit code {exitCode}";
    }

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
