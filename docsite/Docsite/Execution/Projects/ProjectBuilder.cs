using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Docsite.Execution.Workers;
using Docsite.Settings;

namespace Docsite.Execution.Projects;

/// <summary>Builds the settings' projects and asks what they are compiled against and need at run time.</summary>
/// <param name="settings">Names the projects.</param>
/// <param name="configuration">The configuration they are built in, such as <c>Release</c>.</param>
public sealed class ProjectBuilder(SiteSettings settings, string configuration)
{
    // No server stays behind: it would hold on to the streams we read to their end.
    private static readonly string[] Common =
    [
        "-nologo", "-v:q", "-p:RunAnalyzersDuringBuild=false", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-getProperty:TargetPath",
        "-getItem:ReferencePathWithRefAssemblies", "-getItem:ReferenceCopyLocalPaths", "-getItem:RuntimeCopyLocalItems",
        "-getItem:RuntimeTargetsCopyLocalItems", "-getItem:NativeCopyLocalItems", "-getItem:ResourceCopyLocalItems",
    ];

    /// <summary>Builds and asks, one project after the other since they may share what they build; only asking goes side by side.</summary>
    /// <param name="isBuilt">Whether the projects are built already, so that asking is enough.</param>
    /// <param name="cancellation">Ends the build.</param>
    public async Task<ProjectBuild> BuildAsync(bool isBuilt, CancellationToken cancellation)
    {
        var environment = BlockEnvironment.Framework;
        var failures = ImmutableArray.CreateBuilder<ProjectFailure>();
        var asked = settings.Projects.Select(project => isBuilt ? AskAsync(project, isBuilt, cancellation) : null).ToList();
        foreach (var (project, question) in settings.Projects.Zip(asked))
        {
            var (answer, lines) = await (question ?? AskAsync(project, isBuilt, cancellation));
            if (answer is null) failures.Add(new ProjectFailure(project, lines));
            else environment = answer.AddTo(environment, project);
        }
        return failures.Count > 0 ? new ProjectBuild.Failed(failures.ToImmutable()) : new ProjectBuild.Built(environment);
    }

    private async Task<(ProjectAnswer? Answer, ImmutableArray<string> Lines)> AskAsync(string project, bool isBuilt, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(Path.Combine(settings.Root, project));
        if (!File.Exists(path)) return (null, [$"{project}: error: There is no such file."]);
        if (ProjectInputs.IrregularSource(path) is { } irregular) return (null, [$"{Path.GetRelativePath(settings.Root, irregular)}(1,1): error: It is a pipe, a socket or a device, which the compiler would wait for."]);
        string[] target = isBuilt
            ? ["msbuild", path, "-t:FindReferenceAssembliesForReferences", "-p:BuildProjectReferences=false"]
            : ["build", path, "-t:Build"];
        string[] framework = [];
        if (TargetFrameworks.MayBeSeveral(path) && await SeveralAsync(path, cancellation) is { } names)
        {
            if (TargetFrameworks.Best(names, Environment.Version) is not { } best) return (null, [$"{project}: error: None of its target frameworks runs on .NET {Environment.Version.Major}: {names}."]);
            framework = [$"-p:TargetFramework={best}"];
        }
        if (await RunInTimeAsync([.. target, .. Common, $"-p:Configuration={configuration}", .. framework], Path.GetDirectoryName(path)!, cancellation) is not var (exitCode, output, errors))
        {
            return (null, [$"{project}: error: It was still being built after {settings.BuildTimeout.TotalSeconds:0.###} s; BuildTimeout: {Math.Ceiling(2 * settings.BuildTimeout.TotalMinutes):0}m in docsite.yml gives it more time."]);
        }
        const string NotRestored = "NETSDK1004";
        if (isBuilt && errors.Contains(NotRestored, StringComparison.Ordinal)) return (null, [NotBuilt(project)]);
        if (exitCode != 0) return (null, Lines(errors, output));
        var answer = JsonSerializer.Deserialize(output, ProjectAnswerContext.Default.ProjectAnswer)!;
        return File.Exists(answer.TargetPath) ? (answer, []) : (null, [NotBuilt(project)]);
    }

    // What goes wrong here goes wrong again in the build, which says why.
    private static async Task<string?> SeveralAsync(string project, CancellationToken cancellation)
    {
        var (_, names, _) = await RunAsync(["msbuild", project, "-nologo", "-getProperty:TargetFrameworks"], Path.GetDirectoryName(project)!, cancellation);
        return names.Trim() is { Length: > 0 } several && !several.Contains('\n', StringComparison.Ordinal) ? several : null;
    }

    // What waits for something that never comes, such as a server, would be waited for as long.
    private async Task<(int ExitCode, string Output, string Errors)?> RunInTimeAsync(IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.BuildTimeout);
        try
        {
            return await RunAsync(arguments, folder, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private string NotBuilt(string project) => $"{project}: error: It has not been built in the configuration {configuration} yet; without --no-build it is.";

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Muxer.Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // The runtime that we run on must not choose the one that builds.
        _ = start.Environment.Remove("MSBuildSDKsPath");
        _ = start.Environment.Remove("MSBuildExtensionsPath");
        using var process = WorkerProcess.StartApart(start);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellation));
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // The answer is asked for even when the build fails: then the output holds it and nothing that helps.
    private ImmutableArray<string> Lines(string errors, string output)
    {
        var said = errors.Trim().Length > 0 || output.TrimStart().StartsWith('{') ? errors : output;
        var root = Path.GetFullPath(settings.Root) + Path.DirectorySeparatorChar;
        ImmutableArray<string> lines =
        [
            .. said.ReplaceLineEndings("\n").Split('\n')
                .Where(line => line.Contains("error", StringComparison.Ordinal))
                .Select(line => line.Trim().Replace(root, "", StringComparison.Ordinal)).Distinct(),
        ];
        return lines.IsEmpty ? [said.Trim()] : lines;
    }
}
