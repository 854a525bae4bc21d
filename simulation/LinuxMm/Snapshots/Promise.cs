namespace LinuxMm;

/// <summary>What keeps a frame alive for somebody who names it.</summary>
[ModelOnly("The kernel has counters; who relies on which count is in the heads of its programmers.")]
public enum Promise
{
    /// <summary>Nothing: whoever owns the frame may free it.</summary>
    None,

    /// <summary>A reference: the frame is not freed, but a process may stop mapping it.</summary>
    Reference,

    /// <summary>A pin: not freed, and everybody can see that a device may be writing.</summary>
    Pin,
}
