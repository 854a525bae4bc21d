using System.Collections.Immutable;
using System.Globalization;
using Docsite.Cli.Commands;
using Docsite.Diagnostics;
using Docsite.Settings;

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

    /// <summary>Why a file cannot be a report; nothing where all can be.</summary>
    public string? Refusal(SiteSettings settings) => Files.Select(file => NamedPath.Of(settings.Root, file.Path))
        .Where(path => path == LoadedSite.SettingsFile || settings.InputPaths.Concat(settings.ExamplePaths).Any(folder => path.StartsWith($"{folder}/", StringComparison.Ordinal)))
        .Select(path => $"--report: {path} would be a file of the site; name one that is not.").FirstOrDefault();

    /// <summary>Writes the report and, for people, what the run came to.</summary>
    /// <returns>The run's exit code, or that of a wrong command line where a file could not be written.</returns>
    public int Write(FinishedRun run, bool isSiteAsked)
    {
        var unwritten = Files.Select(file => Unwritten(file.Path, file.WriteAs(run))).OfType<string>().ToList();
        if (OnConsole == ReportFormat.Text) Print(run);
        else Console.Write(Report.Of(OnConsole, run));
        if (Formats.Contains(ReportFormat.Github) && Summary() is { } summary && Unwritten(summary, () => AppendSummary(summary, run.Result.Diagnostics)) is { } lost) unwritten.Add(lost);
        WriteEnd(run, isSiteAsked);
        foreach (var one in unwritten) Console.Error.WriteLine($"docsite: {one}");
        var exitCode = ExitCode.Of(run.Result);
        return exitCode == ExitCode.Verified && unwritten.Count > 0 ? ExitCode.Usage : exitCode;
    }

    private static string? Unwritten(string path, Action write)
    {
        try
        {
            write();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"the report {path} cannot be written: {error.Message}";
        }
    }

    private static string? Summary() => Environment.GetEnvironmentVariable(StepSummary) is { Length: > 0 } file ? file : null;

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

    private static void AppendSummary(string file, IEnumerable<Diagnostic> findings)
    {
        // Steps before may have written to it.
        var taken = File.Exists(file) ? new FileInfo(file).Length : 0;
        var markdown = GithubReport.Of(findings, taken).Summary;
        if (markdown.Length > 0) File.AppendAllText(file, markdown);
    }
}
