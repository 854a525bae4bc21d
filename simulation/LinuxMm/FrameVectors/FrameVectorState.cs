namespace LinuxMm;

/// <summary>What the two flags of a <see cref="FrameVector"/> say together.</summary>
[LinuxSource("include/media/frame_vector.h", "struct frame_vector", Tag = "v5.17")]
public enum FrameVectorState
{
    /// <summary>No frames.</summary>
    Empty,

    /// <summary>Page pointers, each with a pin: got_ref, not is_pfns.</summary>
    PinnedPages,

    /// <summary>Numbers only: is_pfns, not got_ref.</summary>
    BarePfns,

    /// <summary>Page pointers that nobody holds: neither flag. <see cref="FrameVector.ToPages"/> makes it from <see cref="BarePfns"/>.</summary>
    PagesWithoutReference,

    /// <summary>Numbers of pages that are pinned: both flags. <see cref="FrameVector.ToPfns"/> makes it from <see cref="PinnedPages"/>.</summary>
    PfnsWithReference,
}
