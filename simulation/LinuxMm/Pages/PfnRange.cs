using System.Globalization;

namespace LinuxMm;

/// <summary>Consecutive frames, such as a driver's buffer or a device's window.</summary>
/// <param name="First">The first frame.</param>
/// <param name="Count">How many frames.</param>
[ModelOnly("C passes a first frame and a count.")]
public readonly record struct PfnRange(Pfn First, int Count)
{
    /// <summary>One of the frames.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range has no such frame.</exception>
    public Pfn this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return First + index;
        }
    }

    /// <summary>Whether the frame belongs to the range.</summary>
    /// <param name="pfn">Any frame.</param>
    public bool Contains(Pfn pfn) => First <= pfn && pfn.Number - First.Number < (ulong)Count;

    /// <summary>First and last frame: <c>pfn 7-8</c>.</summary>
    public override string ToString() => Count == 1 ? $"{First}" : string.Create(CultureInfo.InvariantCulture, $"{First}-{(First + (Count - 1)).ToString()[4..]}");
}
