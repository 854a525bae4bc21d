namespace LinuxMm;

/// <summary>Makes <see cref="SnapshotList{T}"/> values for collection expressions.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public static class SnapshotList
{
    /// <summary>A list of these elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements, copied.</param>
    public static SnapshotList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
