namespace LinuxMm;

/// <summary>What an era answers for one kind of range.</summary>
/// <param name="Range">The kind of range.</param>
/// <param name="Era">By whose rules.</param>
/// <param name="GetVaddrFrames">What get_vaddr_frames() gives: <c>4 pages ref=1</c>, <c>4 pfns ref=0</c> or an errno; empty where the range does not exist.</param>
/// <param name="DmaContig">What the dma-contig allocator of videobuf2 makes of it; likewise the next two.</param>
/// <param name="DmaSg">dma-sg.</param>
/// <param name="Vmalloc">vmalloc.</param>
[ModelOnly("A kernel answers one question at a time.")]
public sealed record RangeOutcome(RangeKind Range, KernelEra Era, string GetVaddrFrames, string DmaContig, string DmaSg, string Vmalloc)
{
    /// <summary>What get_vaddr_frames() left in the vector.</summary>
    public FrameVectorState State { get; init; }

    /// <summary>How many frames it found, of <see cref="Wanted"/>.</summary>
    public int Frames { get; init; }

    /// <summary>How many were wanted.</summary>
    public int Wanted { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public Errno? Error { get; init; }

    /// <summary>Whether it counted slots that it never wrote.</summary>
    public bool HasGarbage { get; init; }

    /// <summary>Whether numbers that nobody holds turn into page pointers when a driver asks for pages.</summary>
    public bool BecomesBarePages { get; init; }

    /// <summary>Whether the era knows such memory at all.</summary>
    public bool Exists => GetVaddrFrames.Length > 0;

    /// <summary>The four answers.</summary>
    public override string ToString() => Exists ? $"{GetVaddrFrames}; {DmaContig} / {DmaSg} / {Vmalloc}" : "does not exist";
}
