using System.Collections;

namespace LinuxMm;

/// <summary>Everything that happened on a machine, in order.</summary>
[ModelOnly("The kernel's own tracing is chosen by the reader; this one is complete.")]
public sealed class Trace : IReadOnlyList<TraceEvent>
{
    private readonly List<TraceEvent> _events = [];

    internal Trace(bool isOn) => IsOn = isOn;

    /// <summary>Whether events are kept. A machine made for speed keeps none.</summary>
    public bool IsOn { get; }

    /// <inheritdoc/>
    public int Count => _events.Count;

    /// <inheritdoc/>
    public TraceEvent this[int index] => _events[index];

    /// <inheritdoc/>
    public IEnumerator<TraceEvent> GetEnumerator() => _events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _events.GetEnumerator();

    /// <summary>One event a line.</summary>
    public override string ToString() => string.Join('\n', _events);

    internal void Add(string actor, TraceEvent step)
    {
        step.Sequence = _events.Count;
        step.Actor = actor;
        _events.Add(step);
    }
}
