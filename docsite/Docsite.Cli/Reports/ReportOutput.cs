using System.Globalization;
using Docsite.Cli.Commands;
using Docsite.Diagnostics;

namespace Docsite.Cli.Reports;

/// <summary>Where a report goes: the console, a file, and on GitHub the step's summary.</summary>
/// <param name="Format">The form.</param>
/// <param name="File">The file for the report; the console then shows text. Nothing for the console.</param>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
    private const string StepSummary = "GITHUB_STEP_SUMMARY";

    /// <summary>Whether it is about findings alone, not about every block.</summary>
    public bool IsAboutFindings => File is null && Format is ReportFormat.Text or ReportFormat.Msbuild or ReportFormat.Github;

    /// <summary>Writes the report and, for people, what the run came to.</summary>
    public void Write(FinishedRun run, bool isSiteAsked)
    {
        if (File is not null) WriteFile(run);
        if (File is not null || Format == ReportFormat.Text) Print(run);
        else Console.Write(Report.Of(Format, run));
        if (Format == ReportFormat.Github) AppendSummary(run.Result.Diagnostics);
        WriteEnd(run, isSiteAsked);
    }

    private void WriteEnd(FinishedRun run, bool isSiteAsked)
    {
        var result = run.Result;
        // A program reads the output; people look at the other stream.
        var to = File is null && Format is ReportFormat.Sarif or ReportFormat.Junit or ReportFormat.Json ? Console.Error : Console.Out;
        foreach (var page in result.Accepted) to.WriteLine($"accepted: {page}");
        to.WriteLine(SummaryLine.Of(result, run.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        if (result.WrittenTo is { } folder) to.WriteLine($"The site: {Path.GetFullPath(Path.Combine(run.Root, folder, "index.html"))}");
        else if (isSiteAsked) to.WriteLine("The site was not written; the previous one, if any, is as it was.");
    }

    // A run that found nothing loads nothing that colours findings.
    private static void Print(FinishedRun run)
    {
        if (!run.Result.Diagnostics.IsEmpty) Findings.Print(run.Result.Diagnostics);
    }

    private void WriteFile(FinishedRun run)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File!))!);
        System.IO.File.WriteAllText(File!, Report.Of(Format, run));
    }

    private static void AppendSummary(IEnumerable<Diagnostic> findings)
    {
        var markdown = GithubReport.Of(findings).Summary;
        if (markdown.Length > 0 && Environment.GetEnvironmentVariable(StepSummary) is { Length: > 0 } file) System.IO.File.AppendAllText(file, markdown);
    }
}
