using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Docsite.Worker.Values;

namespace Docsite.Worker;

/// <summary>A value on its way to the comment that states it; its type is what the right side converts to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StatedProbe<T>
{
    private readonly int _id;
    private readonly T _actual;

    internal StatedProbe(int id, T actual)
    {
        _id = id;
        _actual = actual;
    }

    /// <summary>Compares with what the comment states.</summary>
    [AllowNull]
    [SuppressMessage("Design", "CA1044:Properties should not be write only", Justification = "An assignment target-types the right side and words its errors as the compiler does.")]
    public T Expected
    {
        set => Probe.Report(_id, ValueEquality.AreEqual(_actual, value), _actual);
    }

    /// <summary>Reports the value where the comment states nothing that could be compared.</summary>
    public void Observe() => Probe.Report(_id, isEqual: false, _actual);
}
