using System.ComponentModel;

namespace Docsite.Worker;

/// <summary>A function of a block while it runs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EnteredFunction
{
    private readonly int? _caller;

    internal EnteredFunction(int? caller) => _caller = caller;

    /// <summary>Notes that its caller runs on.</summary>
    public void Dispose()
    {
        if (_caller is { } statement) Probe.In(statement);
    }
}
