using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Execution.Projects;
using Docsite.Planning;
using Docsite.Reference;

namespace Docsite.Cli.Commands;

/// <summary>Runs a site's sessions: from the cache where it can, else with a compiler that is made when the first one is needed.</summary>
internal sealed class SiteRunner : ISessionRunner, IDisposable
{
    private readonly LateRunner _compiling;
    private readonly StampedProjects _projects;
    private readonly bool _isBuilt;
    private readonly string _outputs;
    private readonly Func<BlockSurroundings, SessionRunner> _make;
    private readonly ConcurrentDictionary<BlockSurroundings, SessionRunner> _others = new();

    private SiteRunner(LoadedSite site, StampedProjects projects, BlockEnvironment environment, RunnerOptions options)
    {
        _projects = projects;
        _isBuilt = options.IsBuilt;
        _outputs = StampedProjects.StateOf(environment);
        Api = new ApiSource(site.Settings, environment);
        Keys = new SessionKeys(site.Settings, environment);
        // Without a reference there is nobody to tell.
        var settings = options.IsCounted ? site.Settings : site.Settings with { Reference = null };
        _compiling = new LateRunner(() => new SessionRunner(settings, environment, options.Workers));
        _make = surroundings => new SessionRunner(settings, environment, (options.Workers ?? System.Environment.ProcessorCount) == 1 ? 2 : 1, surroundings);
        Cache = options.IsCached ? new RunCache(site.RunFolder(options), Keys, _compiling) : null;
        Environment = environment;
    }

    /// <summary>The public surface of the settings' projects.</summary>
    public ApiSource Api { get; }

    /// <summary>What results are kept in; nothing where the command line forbids it.</summary>
    public RunCache? Cache { get; }

    /// <summary>Runs every session in given surroundings, whatever is kept; in others than usual one after the other where several ran at a time, else two at a time.</summary>
    public ISessionRunner Again(BlockSurroundings surroundings) => surroundings == BlockSurroundings.Usual ? _compiling : _others.GetOrAdd(surroundings, _make);

    /// <summary>What results depend on.</summary>
    public SessionKeys Keys { get; }

    /// <summary>What the blocks see.</summary>
    public BlockEnvironment Environment { get; }

    /// <summary>What is wrong with what is kept; notes.</summary>
    public IEnumerable<Diagnostic> Diagnostics => _projects.Diagnostics.Concat(Cache?.Diagnostics ?? []);

    /// <summary>Whether the projects are still those that it was opened with.</summary>
    public bool IsCurrent => _projects.Unchanged(_isBuilt) is not null && StampedProjects.StateOf(Environment) == _outputs;

    /// <summary>Builds the settings' projects where they changed.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Whoever opens a runner disposes it.")]
    public static async Task<OpenedRunner> OpenAsync(LoadedSite site, RunnerOptions options, CancellationToken cancellation)
    {
        var projects = new StampedProjects(site.Settings, options.Configuration, site.CacheFolder);
        if ((options.IsCached || site.Settings.Projects.IsEmpty) && projects.Unchanged(options.IsBuilt) is { } unchanged)
        {
            return new OpenedRunner.Open(new SiteRunner(site, projects, unchanged, options));
        }
        // The compiler warms up on a block of its own while msbuild is busy with the projects.
        using var warm = new SessionRunner(site.Settings, BlockEnvironment.Framework);
        var warming = warm.WarmUpAsync(cancellation);
        var built = await projects.BuildAsync(options.IsBuilt, options.IsCached, cancellation);
        await warming;
        return built switch
        {
            ProjectBuild.Built(var environment) => new OpenedRunner.Open(new SiteRunner(site, projects, environment, options)),
            _ => new OpenedRunner.Failed(((ProjectBuild.Failed)built).Failures),
        };
    }

    /// <summary>The same for a command that ends where a project does not build; the reasons are told.</summary>
    public static async Task<SiteRunner?> OpenAsync(LoadedSite site, ParseResult parsed, SiteOptions options, CancellationToken cancellation)
    {
        var opened = await OpenAsync(site, options.ReadRunner(parsed), cancellation);
        if (opened is OpenedRunner.Failed failed) Findings.Print(UnbuiltSite.Read(site, failed.Failures).Diagnostics);
        return (opened as OpenedRunner.Open)?.Runner;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation) =>
        Cache?.RunAsync(plan, cancellation) ?? _compiling.RunAsync(plan, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _compiling.Dispose();
        foreach (var runner in _others.Values) runner.Dispose();
    }
}
