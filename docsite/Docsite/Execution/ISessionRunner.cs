using System.Collections.Immutable;
using Docsite.Planning;

namespace Docsite.Execution;

/// <summary>Compiles and runs sessions.</summary>
public interface ISessionRunner
{
    /// <summary>Runs one session in a process of its own; a step that kills it costs only itself.</summary>
    /// <returns>One run a step, in the plan's order.</returns>
    Task<ImmutableArray<StepRun>> RunAsync(SessionPlan plan, CancellationToken cancellation);
}
