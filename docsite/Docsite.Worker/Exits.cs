using System.Diagnostics;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Knows which block started what is about to end the process or prints, however late that is and on whatever thread.</summary>
internal static class Exits
{
    // It flows into the threads, tasks and timers that a block starts.
    private static readonly AsyncLocal<string?> Starter = new();

    /// <summary>Blocks whose late exits are known; they are held back, so that the session's other blocks can run.</summary>
    internal static string[] Held { get; set; } = [];

    /// <summary>All that is started from here on is a block's, or nobody's.</summary>
    internal static void StartedBy(string? block) => Starter.Value = block;

    /// <summary>The block that started the flow; nothing where it is the worker's own.</summary>
    internal static string? StarterOfFlow => Starter.Value;

    /// <summary>Tells that the process is about to be ended, or waits for ever where that is known.</summary>
    internal static void Report()
    {
        var starter = Starter.Value;
        if (starter is not null && Held.Contains(starter)) Thread.Sleep(Timeout.Infinite);
        var place = ExceptionReports.Of(new StackTrace(skipFrames: 2, fNeedFileInfo: false));
        Probe.Host.Send(new FromWorker.Exiting(starter ?? "", place, Probe.IsFlow ? Probe.Host.Recorder.Inner.All().LastOrDefault(-1) : -1));
    }
}
