using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Writing;

namespace Docsite.Cli.Reports;

/// <summary>Annotations of GitHub Actions, and the findings in Markdown for the step's summary.</summary>
/// <param name="Annotations">Workflow commands, one a line.</param>
/// <param name="Summary">All findings, those without an annotation marked; empty where there are none.</param>
public sealed record GithubReport(string Annotations, string Summary)
{
    /// <summary>How many annotations of a kind a step may make; those beyond are dropped in silence.</summary>
    public const int MostOfAKind = 10;

    /// <summary>How many bytes a step's summary may have; GitHub throws a longer one away.</summary>
    public const int MostOfSummary = 1 << 20;

    // What is said below the table.
    private const int RoomForTheEnd = 300;

    /// <summary>Writes both; errors first, each kind by place.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="taken">How many bytes the step's summary has already.</param>
    public static GithubReport Of(IEnumerable<Diagnostic> findings, long taken = 0)
    {
        var kinds = TextReport.Sorted(findings).GroupBy(finding => finding.Severity).OrderByDescending(kind => kind.Key).ToList();
        var annotated = kinds.SelectMany(kind => kind.Take(MostOfAKind)).ToList();
        var rest = kinds.SelectMany(kind => kind.Skip(MostOfAKind)).ToList();
        var text = new StringBuilder();
        foreach (var finding in annotated) text.Append(Annotation(finding)).Append('\n');
        if (rest.Count > 0) text.Append(CultureInfo.InvariantCulture, $"{rest.Count} more findings are in the summary of this step.\n");
        return new GithubReport(text.ToString(), Markdown([.. annotated, .. rest], rest.Count, MostOfSummary - RoomForTheEnd - taken));
    }

    private const string Marks = "|`*_[]!\\~:@";

    private static string Annotation(Diagnostic finding)
    {
        var (start, end) = (finding.Location.Start, finding.Location.End);
        var kind = finding.Severity == Severity.Note ? "notice" : Report.Word(finding.Severity);
        // Columns make sense to GitHub on one line only.
        var columns = start.Line == end.Line ? $",col={start.Character + 1},endColumn={end.Character + 1}" : "";
        return $"::{kind} file={Property(finding.Location.Page.Path)},line={start.Line + 1},endLine={end.Line + 1}{columns},title={Property(finding.Id)}::{Data(PlainCharacters.In(Report.Message(finding, "\n")))}";
    }

    private static string Markdown(ImmutableArray<Diagnostic> findings, int withoutAnnotation, long room)
    {
        if (findings.IsEmpty) return "";
        var text = new StringBuilder($"### docsite: {TextReport.Summary(findings)}\n\n| | where | what |\n|---|---|---|\n");
        room -= text.Length;
        var left = findings.Length;
        foreach (var finding in findings)
        {
            var row = $"| {Report.Word(finding.Severity)} | {Cell(finding.Location.ToString())} | {finding.Id} {Cell(Report.Message(finding, "\n"))} |\n";
            room -= Encoding.UTF8.GetByteCount(row);
            if (room < 0) break;
            text.Append(row);
            left--;
        }
        if (left > 0) text.Append(CultureInfo.InvariantCulture, $"\n{left} more have no room here: GitHub takes {MostOfSummary >> 10} KiB of a step. --report writes them all.\n");
        if (withoutAnnotation > 0) text.Append(CultureInfo.InvariantCulture, $"\nThe last {withoutAnnotation} have no annotation: GitHub shows {MostOfAKind} of a kind.\n");
        return text.ToString();
    }

    // What a block printed makes no table, link or picture.
    private static string Cell(string text) => string.Concat(System.Net.WebUtility.HtmlEncode(PlainCharacters.In(text))
        .Select(c => Marks.Contains(c, StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};") : c.ToString())).ReplaceLineEndings("<br>");

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
