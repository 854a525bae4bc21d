namespace LinuxMm;

/// <summary>What a slot contains.</summary>
[ModelOnly("In C a slot is eight bytes, and nothing says which of these they are.")]
public enum SlotKind
{
    /// <summary>Whatever the allocator left there.</summary>
    Uninitialised,

    /// <summary>A bare frame number.</summary>
    Number,

    /// <summary>A pointer to a struct page.</summary>
    PagePointer,
}
