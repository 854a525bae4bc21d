namespace LinuxMm;

/// <summary>What follow_pfn() answers for a present entry of a VM_IO or VM_PFNMAP mapping.</summary>
[ModelOnly("Each kernel has one such function; here they stand side by side.")]
public abstract class FollowPfnPolicy
{
    private protected FollowPfnPolicy()
    {
    }

    /// <summary>The frame number, whatever it is a number of (up to 6.9).</summary>
    [Mainline("4.3", Until = "6.9")]
    public static FollowPfnPolicy AnyEntry { get; } = new FollowAnyEntry();

    /// <summary>Only where vm_normal_page() finds no page: the mail, read literally.</summary>
    public static FollowPfnPolicy OnlyWithoutNormalPage { get; } = new FollowOnlyWithoutNormalPage();

    /// <summary>Only where no struct page exists.</summary>
    public static FollowPfnPolicy OnlyWithoutStructPage { get; } = new FollowOnlyWithoutStructPage();

    /// <summary>unsafe_follow_pfn(): warn, taint, go on.</summary>
    public static FollowPfnPolicy UnsafeWarns { get; } = new UnsafeFollowWarns();

    /// <summary>unsafe_follow_pfn() with CONFIG_STRICT_FOLLOW_PFN: refuse always.</summary>
    public static FollowPfnPolicy UnsafeRefuses { get; } = new UnsafeFollowRefuses();

    /// <summary>The function is gone (6.10).</summary>
    [Mainline("6.10")]
    public static FollowPfnPolicy Removed { get; } = new FollowPfnRemoved();

    /// <summary>The choice in a few words.</summary>
    public abstract string Name { get; }

    /// <inheritdoc cref="Name"/>
    public sealed override string ToString() => Name;

    internal abstract KernelResult<Pfn> Follow(VmArea vma, VirtualAddress address);

    private protected static PageTableEntry? Walk(VmArea vma, VirtualAddress address) =>
        (vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0 && vma.Mm.PageTable.Find(address) is { IsHuge: false } entry ? entry : null;
}
