using System.Globalization;
using System.Text;

namespace Docsite.Diagnostics;

/// <summary>Writes findings as a compiler does: position, what is wrong, the line with marks below it, and the cure.</summary>
public static class TextReport
{
    private const int LongestText = 1000;

    /// <summary>All findings by path and position, then a line that counts them. Lines end with <c>\n</c>.</summary>
    public static string Of(IEnumerable<Diagnostic> findings)
    {
        var sorted = Sorted(findings).ToList();
        var text = new StringBuilder();
        foreach (var finding in sorted) text.Append(Of(finding)).Append('\n');
        return text.Append(Summary(sorted)).Append('\n').ToString();
    }

    /// <summary>One finding, with a line end behind each of its lines.</summary>
    public static string Of(Diagnostic finding)
    {
        var text = new StringBuilder()
            .Append(finding.Location).Append(": ").Append(Word(finding.Severity)).Append(' ').Append(finding.Id).Append(": ").Append(SourceExcerpt.Printable(Cut(finding.Message)))
            .Append(About(finding)).Append('\n');
        SourceExcerpt.Append(text, finding.Location, finding.Label);
        foreach (var note in finding.Notes) text.Append("      = ").Append(SourceExcerpt.Printable(Cut(note)).TrimEnd()).Append('\n');
        if (AcceptCommand(finding) is { } command) text.Append("      = accept with: ").Append(SourceExcerpt.Printable(command)).Append('\n');
        return text.ToString();
    }

    /// <summary>The findings in the order they are reported: by path, position and id.</summary>
    public static IEnumerable<Diagnostic> Sorted(IEnumerable<Diagnostic> findings) => findings
        .OrderBy(finding => finding.Location.Page.Path, StringComparer.Ordinal)
        .ThenBy(finding => finding.Location.Span.Start)
        .ThenBy(finding => finding.Id, StringComparer.Ordinal)
        .ThenBy(finding => finding.Variant, StringComparer.Ordinal);

    /// <summary>E.g. <c>3 errors, 1 warning in 2 files</c>.</summary>
    public static string Summary(IReadOnlyCollection<Diagnostic> findings)
    {
        if (findings.Count == 0) return "no findings";
        var counts = new[] { Severity.Error, Severity.Warning, Severity.Note }
            .Select(severity => (Severity: severity, Count: findings.Count(finding => finding.Severity == severity)))
            .Where(counted => counted.Count > 0)
            .Select(counted => Counted(counted.Count, Word(counted.Severity)));
        return $"{string.Join(", ", counts)} in {Counted(findings.Select(finding => finding.Location.Page.Path).Distinct().Count(), "file")}";
    }

    private static string About(Diagnostic finding) =>
        string.Join(", ", new[] { finding.Subject, finding.Variant }.OfType<string>()) is { Length: > 0 } about ? $" [{SourceExcerpt.Printable(about)}]" : "";

    // A screen is not the place for the whole of a very long value.
    private static string Cut(string text) => text.Length <= LongestText
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0))}... ({text.Length} characters)");

    private static string? AcceptCommand(Diagnostic finding) => finding switch
    {
        { Edits.IsEmpty: true } => null,
        { Subject: { } subject } => $"{ToolCommand.Here} verify --accept --id {ShellWord.Of(subject)}",
        _ => $"{ToolCommand.Here} verify --accept {ShellWord.Of(finding.Location.Page.Path)}",
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string Counted(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
