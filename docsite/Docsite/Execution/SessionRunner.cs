using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docsite.Execution.Workers;
using Docsite.Execution.Compiling;
using Docsite.Execution.Marking;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite.Execution;

/// <summary>Compiles in this process and runs in workers; one for a whole build, so that the compiler warms up once.</summary>
public sealed class SessionRunner : ISessionRunner, IDisposable
{
    private readonly SemaphoreSlim _places;
    private readonly MarkedAssemblies _marked;
    private readonly WorkerPool _workers;
    private readonly PageCompilations _compilations;
    private readonly SessionTools _tools;

    /// <summary>Prepares to run the site's sessions.</summary>
    /// <param name="settings">Usings, variants, limits.</param>
    /// <param name="environment">What the blocks see.</param>
    /// <param name="workers">How many sessions run at a time; nothing for one on each processor.</param>
    /// <param name="surroundings">What blocks find around themselves; nothing for the usual.</param>
    public SessionRunner(SiteSettings settings, BlockEnvironment environment, int? workers = null, BlockSurroundings? surroundings = null)
    {
        _places = new SemaphoreSlim(workers ?? Environment.ProcessorCount);
        string[] own = [typeof(Display.Stage).Assembly.Location, Path.Combine(AppContext.BaseDirectory, "Docsite.Worker.dll")];
        _marked = MarkedAssemblies.Of(environment, settings, own.Select(Path.GetFileName).OfType<string>());
        _workers = new WorkerPool(_marked.Paths, [.. environment.Projects.Select(project => Path.GetFileNameWithoutExtension(project.Assembly))], settings, surroundings ?? BlockSurroundings.Usual);
        // A site's project may bring its own copy of what a block shows with; the worker has one already.
        var others = environment.References.Where(path => !own.Any(one => Path.GetFileName(one) == Path.GetFileName(path)));
        var compiler = new BlockCompiler(environment with { References = [.. others, .. own] }, settings.Usings, settings.Root, settings.Allow);
        _compilations = new PageCompilations(compiler);
        _tools = new SessionTools(compiler, _workers, _marked, settings);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var blocks = _compilations.Enter(plan.Page);
        try
        {
            await _places.WaitAsync(cancellation);
            try
            {
                await using var session = new Session(plan, _tools, blocks);
                return await session.RunAsync(cancellation);
            }
            finally
            {
                _ = _places.Release();
            }
        }
        finally
        {
            _compilations.Leave(plan.Page);
        }
    }

    /// <summary>Compiles a first block, so that the compiler is warm when the first page asks for it.</summary>
    public Task WarmUpAsync(CancellationToken cancellation) => Task.Run(
        () => _tools.Compiler.Compile(
            new BlockSource("warm-up", "1 + 1 // => 2", null, 0), new Instrumentation.VariantNames([], null), null, cancellation),
        cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _workers.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _marked.Dispose();
        _places.Dispose();
    }
}

/// <summary>What all sessions of a build share.</summary>
internal sealed record SessionTools(BlockCompiler Compiler, WorkerPool Workers, MarkedAssemblies Marked, SiteSettings Settings)
{
    /// <summary>The variants' declarations that failed, and how.</summary>
    internal ConcurrentDictionary<string, StepEnd.SettingsFailed> Broken { get; } = new(StringComparer.Ordinal);
}
