using System.ComponentModel;

namespace Docsite.Worker;

/// <summary>A function of a block while it runs; instrumented blocks make it, never written by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EnteredFunction
{
    private const int Beside = -1;

    // How many statements ran when it was called; what is no part of the block's own flow notes nothing.
    private readonly int _around;

    internal EnteredFunction(bool isFlow) => _around = isFlow ? Probe.Host.Recorder.Inner.Count : Beside;

    /// <summary>Notes which of its statements begins.</summary>
    /// <param name="statement">Its number in the session.</param>
    /// <param name="depth">How many of the function's statements are around it.</param>
    public void In(int statement, int depth)
    {
        if (_around != Beside) Probe.Host.Recorder.Inner.Begin(statement, _around + depth);
    }

    /// <summary>Notes that a statement itself goes on when its body has ended.</summary>
    /// <param name="depth">How many of the function's statements are around it.</param>
    public void On(int depth)
    {
        if (_around != Beside) Probe.Host.Recorder.Inner.Count = _around + depth + 1;
    }

    /// <summary>Notes that its caller goes on.</summary>
    public void Dispose()
    {
        if (_around != Beside) Probe.Host.Recorder.Inner.Count = _around;
    }
}
