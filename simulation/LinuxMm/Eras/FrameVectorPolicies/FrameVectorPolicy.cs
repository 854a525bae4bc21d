namespace LinuxMm;

/// <summary>How get_vaddr_frames() fills a vector: the question that the thread is about.</summary>
[ModelOnly("Each kernel has one such function; here they stand side by side.")]
public abstract class FrameVectorPolicy
{
    private protected FrameVectorPolicy()
    {
    }

    /// <summary>The flags of the first VMA decide between references and numbers (4.3-5.7).</summary>
    [Mainline("4.3", Until = "5.7")]
    public static FrameVectorPolicy VmaDecidesAndGets { get; } = new VmaDecides(FrameVectorGrab.Get, fallsBack: true);

    /// <summary>The flags of the first VMA decide between pins and numbers (5.8-5.11).</summary>
    [Mainline("5.8", Until = "5.11")]
    public static FrameVectorPolicy VmaDecides { get; } = new VmaDecides(FrameVectorGrab.Pin, fallsBack: true);

    /// <summary>The flags of the first VMA decide between pins and EFAULT, with a warning on failure (5.10.y with the fix of December 2022).</summary>
    public static FrameVectorPolicy VmaDecidesWithoutFallbackWarning { get; } = new VmaDecides(FrameVectorGrab.Pin, fallsBack: false, warns: true);

    /// <summary>The flags of the first VMA decide between pins and EFAULT (5.10.y later on).</summary>
    public static FrameVectorPolicy VmaDecidesWithoutFallback { get; } = new VmaDecides(FrameVectorGrab.Pin, fallsBack: false);

    /// <summary>The flags of the first VMA decide between references and EFAULT, with a warning on failure (5.4.y and older series with the fix of December 2022).</summary>
    public static FrameVectorPolicy VmaDecidesAndGetsWithoutFallback { get; } = new VmaDecides(FrameVectorGrab.Get, fallsBack: false, warns: true);

    /// <summary>Pin first; numbers if nothing was pinned; the error is that of follow_pfn (5.12-5.16).</summary>
    [Mainline("5.12", Until = "5.16")]
    public static FrameVectorPolicy PinThenFollow { get; } = new PinThenFollow(keepsPinError: false);

    /// <summary>Pin first; numbers if nothing was pinned; the error is that of the pin (5.17-6.0).</summary>
    [Mainline("5.17", Until = "6.0")]
    public static FrameVectorPolicy PinThenFollowKeepingError { get; } = new PinThenFollow(keepsPinError: true);

    /// <summary>Numbers first; a pin if no number was found: the mail's "or the other way around". No era has it.</summary>
    public static FrameVectorPolicy FollowThenPin { get; } = new FollowThenPin();

    /// <summary>Pin only, always for writing and by force, with a warning on failure (6.1).</summary>
    [Mainline("6.1", Until = "6.1")]
    public static FrameVectorPolicy PinOnlyForced { get; } = new PinOnly(isForced: true, warns: true);

    /// <summary>Pin only, always for writing and by force (6.1.y later on).</summary>
    public static FrameVectorPolicy PinOnlyForcedSilently { get; } = new PinOnly(isForced: true, warns: false);

    /// <summary>Pin only, for writing if wanted, with a warning on failure (6.2-6.5).</summary>
    [Mainline("6.2", Until = "6.5")]
    public static FrameVectorPolicy PinOnlyWarning { get; } = new PinOnly(isForced: false, warns: true);

    /// <summary>Pin only, for writing if wanted (6.6 and later).</summary>
    [Mainline("6.6")]
    public static FrameVectorPolicy PinOnly { get; } = new PinOnly(isForced: false, warns: false);

    /// <summary>The choice in a few words.</summary>
    public abstract string Name { get; }

    /// <inheritdoc cref="Name"/>
    public sealed override string ToString() => Name;

    internal abstract KernelResult<int> Fill(FrameVectorFill request);
}
