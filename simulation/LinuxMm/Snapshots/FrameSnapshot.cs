namespace LinuxMm;

/// <summary>One page frame.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record FrameSnapshot
{
    /// <summary>Its number.</summary>
    public required Pfn Pfn { get; init; }

    /// <summary>Whether a struct page describes it. Without one the counters mean nothing and are 0.</summary>
    public bool HasStructPage { get; init; }

    /// <summary>Who owns it now: a process, a driver, a file; empty when it is free.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Whether the page allocator may hand it out.</summary>
    public bool IsFree { get; init; }

    /// <summary>References that keep it from being freed. A pin of a small page weighs 1024.</summary>
    public int RefCount { get; init; }

    /// <summary>Page table entries that map it.</summary>
    public int MapCount { get; init; }

    /// <summary>Pins: exact for compound pages, <see cref="RefCount"/> / 1024 for small ones.</summary>
    public int PinCount { get; init; }

    /// <summary>Its flags.</summary>
    public PageFlags Flags { get; init; }

    /// <summary>Where it lies.</summary>
    public Zone Zone { get; init; }

    /// <summary>The first frame of the compound page it belongs to; its own number for a small page.</summary>
    public Pfn Head { get; init; }

    /// <summary>Its first bytes as text, up to the first zero, at most eight; other bytes than printable ASCII show as <c>.</c>.</summary>
    public string Contents { get; init; } = "";
}
