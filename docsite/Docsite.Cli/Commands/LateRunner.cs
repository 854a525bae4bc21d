using System.Collections.Immutable;
using Docsite.Execution;
using Docsite.Planning;

namespace Docsite.Cli.Commands;

/// <summary>A runner that is made when the first session needs it: a run that finds everything in the cache pays for no compiler.</summary>
internal sealed class LateRunner(Func<SessionRunner> make) : ISessionRunner, IDisposable
{
    private readonly Lazy<SessionRunner> _runner = new(make);

    /// <inheritdoc/>
    public Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation) => _runner.Value.RunAsync(plan, cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_runner.IsValueCreated) _runner.Value.Dispose();
    }
}
