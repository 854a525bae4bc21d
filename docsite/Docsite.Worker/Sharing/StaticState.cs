using System.Reflection;

namespace Docsite.Worker.Sharing;

/// <summary>What the static fields hold at a moment, with everything that can be reached from there.</summary>
internal sealed class StaticState
{
    private readonly IReadOnlyList<FieldInfo> _roots;
    private readonly List<object?> _held;

    private StaticState(IReadOnlyList<FieldInfo> roots, List<object?> held)
    {
        _roots = roots;
        _held = held;
    }

    /// <returns>The state now; nothing where part of it cannot be seen.</returns>
    internal static StaticState? Of(IReadOnlyList<FieldInfo> fields) => ReachableValues.From(fields) is { } held ? new StaticState(fields, held) : null;

    /// <summary>Whether it is still the same.</summary>
    internal bool IsUnchanged() => ReachableValues.From(_roots) is { } now && now.Count == _held.Count && !now.Where((value, i) => !IsSame(value, _held[i])).Any();

    private static bool IsSame(object? now, object? before) => ReferenceEquals(now, before) || (now is ValueType && now.Equals(before));
}
