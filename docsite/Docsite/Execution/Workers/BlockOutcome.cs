using System.Collections.Immutable;
using Docsite.Protocol;

namespace Docsite.Execution.Workers;

/// <summary>What came back from a worker for one block.</summary>
/// <param name="Messages">Everything it said while the block ran, in order.</param>
/// <param name="Statement">The top-level statement that ran last; -1 before the first.</param>
/// <param name="Output">What the block printed.</param>
/// <param name="RawOutput">What it wrote straight to the process's streams.</param>
internal sealed record BlockOutcome(ImmutableArray<FromWorker> Messages, int Statement, string Output, string RawOutput)
{
    /// <summary>How the block ended by itself; nothing where its process ended.</summary>
    internal FromWorker.Ended? Ended { get; init; }

    /// <summary>Whether its time was up.</summary>
    internal bool IsTimedOut { get; init; }

    /// <summary>
    /// The statements inside it that were running when its process was ended, by their number in the session, the outermost first; where its time was up,
    /// none that one of them repeated.
    /// </summary>
    internal ImmutableArray<int> Running { get; init; } = [];

    /// <summary>The comment whose value was being written down when its process ended; nothing where none was.</summary>
    internal int? Reading { get; init; }

    /// <summary>Whether it was started before its process ended.</summary>
    internal bool IsStarted { get; init; } = true;

    /// <summary>The runtime's report of the process's end, with a stack; empty where it made none.</summary>
    internal string LastWords { get; init; } = "";

    /// <summary>Why its process ended; nothing where it lives or its time was up.</summary>
    internal string? Death { get; init; }
}
