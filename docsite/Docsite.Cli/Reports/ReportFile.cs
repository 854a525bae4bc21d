namespace Docsite.Cli.Reports;

/// <summary>A file that a report is written to.</summary>
/// <param name="Format">The form; nothing where the command line leaves it open.</param>
/// <param name="Path">Its full path; empty where none is named.</param>
internal sealed record ReportFile(ReportFormat? Format, string Path)
{
    /// <summary>Reads <c>found.sarif</c> or <c>sarif:found.sarif</c>.</summary>
    public static ReportFile Read(string written)
    {
        var end = written.IndexOf(':', StringComparison.Ordinal);
        var format = end < 0 ? null : Of(written[..end]);
        var path = format is null ? written : written[(end + 1)..];
        return new ReportFile(format, path.Length == 0 ? "" : System.IO.Path.GetFullPath(path));
    }

    /// <summary>The form that its name's ending asks for, where it is one that only one form has.</summary>
    public ReportFormat FormatOfName => System.IO.Path.GetExtension(Path) switch
    {
        ".sarif" => ReportFormat.Sarif,
        ".json" => ReportFormat.Json,
        ".xml" => ReportFormat.Junit,
        _ => ReportFormat.Text,
    };

    private static ReportFormat? Of(string word) =>
        Enum.GetValues<ReportFormat>().Where(format => format.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)).Select(format => (ReportFormat?)format).FirstOrDefault();
}
