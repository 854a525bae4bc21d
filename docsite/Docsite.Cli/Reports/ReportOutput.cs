using System.Collections.Immutable;
using System.Globalization;
using Docsite.Cli.Commands;
using Docsite.Diagnostics;

namespace Docsite.Cli.Reports;

/// <summary>Where reports go: the console, files, and on GitHub the step's summary.</summary>
/// <param name="OnConsole">The form on the console.</param>
/// <param name="Files">The files beside it, each with its form.</param>
internal sealed record ReportOutput(ReportFormat OnConsole, ImmutableArray<ReportFile> Files)
{
    private const string StepSummary = "GITHUB_STEP_SUMMARY";

    /// <summary>Whether it is about findings alone, not about every block.</summary>
    public bool IsAboutFindings => Formats.All(format => format is ReportFormat.Text or ReportFormat.Msbuild or ReportFormat.Github);

    private IEnumerable<ReportFormat> Formats => Files.Select(file => file.Format).OfType<ReportFormat>().Prepend(OnConsole);

    /// <summary>Writes the report and, for people, what the run came to.</summary>
    public void Write(FinishedRun run, bool isSiteAsked)
    {
        foreach (var file in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            File.WriteAllText(file.Path, Report.Of(file.Format!.Value, run));
        }
        if (OnConsole == ReportFormat.Text) Print(run);
        else Console.Write(Report.Of(OnConsole, run));
        if (Formats.Contains(ReportFormat.Github)) AppendSummary(run.Result.Diagnostics);
        WriteEnd(run, isSiteAsked);
    }

    private void WriteEnd(FinishedRun run, bool isSiteAsked)
    {
        var result = run.Result;
        // A program reads the output; people look at the other stream.
        var to = OnConsole is ReportFormat.Sarif or ReportFormat.Junit or ReportFormat.Json ? Console.Error : Console.Out;
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

    private static void AppendSummary(IEnumerable<Diagnostic> findings)
    {
        var markdown = GithubReport.Of(findings).Summary;
        if (markdown.Length > 0 && Environment.GetEnvironmentVariable(StepSummary) is { Length: > 0 } file) File.AppendAllText(file, markdown);
    }
}
