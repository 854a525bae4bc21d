using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Execution.Projects;
using Docsite.Pages;
using Docsite.Reference;
using Docsite.Settings;
using Docsite.Theme;

namespace Docsite.Cli.Commands;

/// <summary>One run of a command over a site, from settings to exit code.</summary>
internal static class SiteSession
{
    public const string SettingsFile = "docsite.yml";

    public static async Task<int> RunAsync(ParseResult parsed, SiteOptions options, SiteRequest request, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (LoadSettings(parsed, options) is not { } settings) return ExitCode.Usage;
        if (UnmetPath(settings, request) is { } path)
        {
            await Console.Error.WriteLineAsync($"docsite: there is no page or folder '{path}' below {settings.Root}.");
            return ExitCode.Usage;
        }
        using var runner = await OpenRunnerAsync(settings, parsed, options, cancellation);
        if (runner is null) return ExitCode.Findings;
        using var theme = new RazorTheme();
        var result = await Progress.WhileAsync(progress => new SiteBuild(settings, runner, theme) { Api = new ApiSource(settings, runner.Environment) }.RunAsync(request, progress, cancellation));
        Report(result, request, settings, watch.Elapsed);
        return result.HasErrors ? ExitCode.Findings : ExitCode.Verified;
    }

    public static SiteSettings? LoadSettings(ParseResult parsed, SiteOptions options)
    {
        var root = parsed.GetValue(options.Root)!.FullName;
        var file = Path.Combine(root, SettingsFile);
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"docsite: there is no {SettingsFile} in {root}; go to the site's folder or name it with --root.");
            return null;
        }
        var (page, problem) = PageDecoder.Decode(SettingsFile, File.ReadAllBytes(file));
        var reading = SettingsReader.Read(page, root);
        var findings = problem is null ? reading.Diagnostics : reading.Diagnostics.Insert(0, problem);
        if (findings.Length > 0) Findings.Print(findings);
        if (findings.Any(finding => finding.Severity == Severity.Error)) return null;
        return parsed.GetValue(options.Output) is { } output ? reading.Settings with { OutputPath = Path.GetFullPath(output) } : reading.Settings;
    }

    public static async Task<SessionRunner?> OpenRunnerAsync(SiteSettings settings, ParseResult parsed, SiteOptions options, CancellationToken cancellation)
    {
        // The compiler warms up on a block of its own while msbuild is busy with the projects.
        using var warm = new SessionRunner(settings, BlockEnvironment.Framework);
        var warming = warm.WarmUpAsync(cancellation);
        var built = await new ProjectBuilder(settings, parsed.GetValue(options.Configuration)!).BuildAsync(parsed.GetValue(options.NoBuild), cancellation);
        await warming;
        if (built is ProjectBuild.Built(var environment)) return new SessionRunner(settings, environment);
        foreach (var failure in ((ProjectBuild.Failed)built).Failures)
        {
            await Console.Out.WriteLineAsync($"{SettingsFile}: error: the project {failure.Project} cannot be built, so no block was run");
            foreach (var line in failure.Lines) await Console.Out.WriteLineAsync("   " + line);
        }
        return null;
    }

    private static string? UnmetPath(SiteSettings settings, SiteRequest request) =>
        request.Pages.FirstOrDefault(path => !Path.Exists(Path.Combine(settings.Root, path)));

    private static void Report(SiteResult result, SiteRequest request, SiteSettings settings, TimeSpan elapsed)
    {
        Findings.Print(result.Diagnostics);
        foreach (var page in result.Accepted) Console.WriteLine($"accepted: {page}");
        Console.WriteLine(SummaryLine.Of(result, elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)));
        if (result.WrittenTo is { } folder) Console.WriteLine($"The site: {Path.GetFullPath(Path.Combine(settings.Root, folder, "index.html"))}");
        else if (request.Write) Console.WriteLine("The site was not written; the previous one, if any, is as it was.");
    }
}
