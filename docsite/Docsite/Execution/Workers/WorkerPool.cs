using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docsite.Settings;

namespace Docsite.Execution.Workers;

/// <summary>Workers between sessions. One goes on to the next session only where that starts as it would in a new process.</summary>
/// <param name="assemblies">Paths of the assemblies that blocks may load.</param>
/// <param name="projects">Simple names of the site's own among them.</param>
/// <param name="settings">How much memory each may take, and which cultures it knows.</param>
/// <param name="surroundings">What blocks find around themselves.</param>
internal sealed class WorkerPool(ImmutableArray<string> assemblies, ImmutableArray<string> projects, SiteSettings settings, BlockSurroundings surroundings) : IAsyncDisposable
{
    private readonly ConcurrentBag<Worker> _idle = [];

    /// <summary>A worker that waits, else a new one.</summary>
    internal Worker Rent() => _idle.TryTake(out var worker) ? worker : new Worker(assemblies, projects, settings, surroundings);

    /// <summary>Takes a worker back after a session in which nothing reached past a block.</summary>
    internal async Task ReturnAsync(Worker worker, CancellationToken cancellation)
    {
        if (await worker.ReleaseAsync(cancellation)) _idle.Add(worker);
        else await worker.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var worker)) await worker.DisposeAsync();
    }
}
