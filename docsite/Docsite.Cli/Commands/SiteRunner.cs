using System.CommandLine;
using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Execution;
using Docsite.Execution.Projects;
using Docsite.Planning;
using Docsite.Reference;

namespace Docsite.Cli.Commands;

/// <summary>Runs a site's sessions: from the cache where it can, else with a compiler that is made when the first one is needed.</summary>
internal sealed class SiteRunner : ISessionRunner, IDisposable
{
    private readonly LateRunner _compiling;

    private SiteRunner(LoadedSite site, BlockEnvironment environment, bool isCached)
    {
        Api = new ApiSource(site.Settings, environment);
        Keys = new SessionKeys(site.Settings, environment);
        _compiling = new LateRunner(() => new SessionRunner(site.Settings, environment));
        Cache = isCached ? new RunCache(site.CacheFolder, Keys, _compiling) : null;
    }

    /// <summary>The public surface of the settings' projects.</summary>
    public ApiSource Api { get; }

    /// <summary>What results are kept in; nothing where the command line forbids it.</summary>
    public RunCache? Cache { get; }

    /// <summary>Runs every session, whatever is kept.</summary>
    public ISessionRunner Uncached => _compiling;

    /// <summary>What results depend on.</summary>
    public SessionKeys Keys { get; }

    /// <summary>Builds the settings' projects where they changed.</summary>
    /// <returns>The runner; nothing, and the reasons told, where a project does not build.</returns>
    public static async Task<SiteRunner?> OpenAsync(LoadedSite site, ParseResult parsed, SiteOptions options, CancellationToken cancellation)
    {
        var isCached = !parsed.GetValue(options.NoCache);
        var isBuilt = parsed.GetValue(options.NoBuild);
        var projects = new StampedProjects(site.Settings, parsed.GetValue(options.Configuration)!, site.CacheFolder);
        if (isCached && projects.Unchanged(isBuilt) is { } unchanged) return new SiteRunner(site, unchanged, isCached);

        // The compiler warms up on a block of its own while msbuild is busy with the projects.
        using var warm = new SessionRunner(site.Settings, BlockEnvironment.Framework);
        var warming = warm.WarmUpAsync(cancellation);
        var built = await projects.BuildAsync(isBuilt, isCached, cancellation);
        await warming;
        if (built is ProjectBuild.Built(var environment)) return new SiteRunner(site, environment, isCached);
        await TellAsync(((ProjectBuild.Failed)built).Failures);
        return null;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation) =>
        Cache?.RunAsync(plan, cancellation) ?? _compiling.RunAsync(plan, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _compiling.Dispose();

    private static async Task TellAsync(ImmutableArray<ProjectFailure> failures)
    {
        foreach (var failure in failures)
        {
            await Console.Out.WriteLineAsync($"{LoadedSite.SettingsFile}: error: the project {failure.Project} cannot be built, so no block was run");
            foreach (var line in failure.Lines) await Console.Out.WriteLineAsync("   " + line);
        }
    }
}
