using Docsite.Diagnostics;
using Docsite.Writing;

namespace Docsite.Cli.Reports;

/// <summary>Writes what was found in one of the formats.</summary>
public static class Report
{
    /// <summary>The report as text, with a line end at its end.</summary>
    public static string Of(ReportFormat format, FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return format switch
        {
            ReportFormat.Text => string.Concat(run.Result.Diagnostics.Select(TextReport.Of)),
            ReportFormat.Msbuild => string.Concat(run.Result.Diagnostics.Select(finding => MsbuildLine(finding) + "\n")),
            ReportFormat.Github => GithubReport.Of(run.Result.Diagnostics).Annotations,
            ReportFormat.Sarif => SarifReport.Of(run),
            ReportFormat.Junit => JunitReport.Of(run),
            ReportFormat.Json => JsonReport.Of(run),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }

    /// <summary>The word for a severity that compilers use.</summary>
    internal static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A finding's message, what it is about and its notes in one text.</summary>
    internal static string Message(Diagnostic finding, string separator) =>
        string.Join(separator, new[] { finding.Message + About(finding) }.Concat(finding.Notes.Select(note => note.TrimEnd())));

    // Msbuild knows errors and warnings; it shows others as plain lines.
    private static string MsbuildLine(Diagnostic finding)
    {
        var (start, end) = (finding.Location.Start, finding.Location.End);
        var place = $"{finding.Location.Page.Path}({start.Line + 1},{start.Character + 1},{end.Line + 1},{end.Character + 1})";
        var severity = finding.Severity == Severity.Note ? "message" : Word(finding.Severity);
        return $"{place}: {severity} {finding.Id}: {PlainCharacters.In(Message(finding, "; ").ReplaceLineEndings(" "))}";
    }

    private static string About(Diagnostic finding) =>
        string.Join(", ", new[] { finding.Subject, finding.Variant }.OfType<string>()) is { Length: > 0 } about ? $" [{about}]" : "";
}
