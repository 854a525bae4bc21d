using System.Collections.Concurrent;
using System.Collections.Immutable;
using Docsite.Planning;

namespace Docsite.Execution;

/// <summary>Runs a session again only when its page changed: for a preview, whose projects do not change while it runs.</summary>
/// <param name="inner">Runs what was not seen yet.</param>
/// <remarks>The key is the page's whole text, since every position in a run is a position on that page.</remarks>
public sealed class CachedRunner(ISessionRunner inner) : ISessionRunner
{
    private readonly ConcurrentDictionary<(string Path, string Session, string? Variant), (string Text, ImmutableArray<StepRun> Runs)> _seen = new();

    /// <inheritdoc/>
    public async Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var key = (plan.Page.Path, plan.Name, plan.Variant?.Name);
        if (_seen.TryGetValue(key, out var seen) && seen.Text == plan.Page.Text) return seen.Runs;
        var runs = await inner.RunAsync(plan, cancellation);
        _seen[key] = (plan.Page.Text, runs);
        return runs;
    }
}
