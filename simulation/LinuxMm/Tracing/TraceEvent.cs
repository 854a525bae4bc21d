using System.Globalization;

namespace LinuxMm;

/// <summary>One change of a machine's state, or one call that returned. Folding all of them gives the state.</summary>
/// <remarks>Every event that changes a value carries the value before and after it.</remarks>
[ModelOnly("The kernel's own tracing is chosen by the reader; this one is complete.")]
public abstract partial record TraceEvent
{
    private protected TraceEvent()
    {
    }

    /// <summary>Its place in the trace, from 0 on.</summary>
    public int Sequence { get; internal set; }

    /// <summary>Who did it: a process, a driver, a device, or <c>kernel</c>.</summary>
    public string Actor { get; internal set; } = "";

    /// <summary>What happened, without number and actor.</summary>
    public abstract string Description { get; }

    /// <summary>One line: number, actor and description.</summary>
    public sealed override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence,4} {Actor}: {Description}");

    internal abstract void Apply(SnapshotBuilder state);
}
