namespace LinuxMm;

/// <summary>A frame vector: a holder with two flags that nobody sets before the first use.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record FrameVectorSnapshot : HolderSnapshot
{
    /// <summary>got_ref, or null while it was never written.</summary>
    public bool? GotRef { get; init; }

    /// <summary>is_pfns, or null while it was never written.</summary>
    public bool? IsPfns { get; init; }

    /// <summary>What the flags say together.</summary>
    public FrameVectorState State { get; init; }
}
