using System.Text;
using Docsite.Pages;

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

    /// <summary>The word that stands where a form does and is none, as in <c>sarfi:found.sarif</c>; a drive's letter is not meant to be one.</summary>
    public static string? UnknownForm(string written)
    {
        var end = written.IndexOf(':', StringComparison.Ordinal);
        return end > 1 && written[..end].All(char.IsAsciiLetter) && Of(written[..end]) is null ? written[..end] : null;
    }

    /// <summary>Writes it, whole or not at all; a pipe or a device takes what it is given.</summary>
    public Action WriteAs(FinishedRun run) => () =>
    {
        var text = Report.Of(Format!.Value, run);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        if (!File.Exists(Path) || RegularFile.Is(Path)) PageFile.Replace(Path, Encoding.UTF8.GetBytes(text));
        else File.WriteAllText(Path, text);
    };

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
