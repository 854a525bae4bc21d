using System.Collections;
using System.Runtime.CompilerServices;

namespace LinuxMm;

/// <summary>An immutable list that equals another with equal elements, so that whole snapshots can be compared.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
[CollectionBuilder(typeof(SnapshotList), nameof(SnapshotList.Create))]
public sealed class SnapshotList<T> : IReadOnlyList<T>, IEquatable<SnapshotList<T>>
{
    private readonly T[] _items;

    internal SnapshotList(T[] items) => _items = items;

    /// <summary>How many elements there are.</summary>
    public int Count => _items.Length;

    /// <summary>The element at a place.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public T this[int index] => (uint)index < (uint)_items.Length
        ? _items[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {_items.Length} elements, counted from 0.");

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Whether the elements are equal, in order.</summary>
    /// <param name="other">Another list.</param>
    public bool Equals(SnapshotList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SnapshotList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The elements between brackets.</summary>
    public override string ToString() => $"[{string.Join(", ", _items)}]";
}
