namespace LinuxMm;

/// <summary>How GUP, fault handling and fork behave in an era: one named choice for each thing that changed.</summary>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
public sealed record UserPagesRules
{
    /// <summary>Which memory a long-term pin must leave first.</summary>
    public required LongtermRule Longterm { get; init; }

    /// <summary>Special entries without a page.</summary>
    public required SpecialPteRule SpecialPte { get; init; }

    /// <summary>memfd_secret.</summary>
    public required SecretMemoryRule SecretMemory { get; init; }

    /// <summary>Shared files whose file system tracks dirty pages.</summary>
    public required DirtyTrackingRule DirtyTracking { get; init; }

    /// <summary>Fast GUP on pages of drivers.</summary>
    public required MappedPagesRule MappedPages { get; init; }

    /// <summary>Read-only pins in private mappings.</summary>
    public required UnshareRule Unshare { get; init; }

    /// <summary>Pins of the zero page.</summary>
    public required ZeroPageRule ZeroPage { get; init; }

    /// <summary>Ranges that wrap.</summary>
    public required RangeOverflowRule RangeOverflow { get; init; }

    /// <summary>The errors of check_vma_flags.</summary>
    public required VmaErrorRule VmaErrors { get; init; }

    /// <summary>Pinned pages in fork.</summary>
    public required ForkRule Fork { get; init; }

    /// <summary>Write faults on anonymous pages.</summary>
    public required CowReuseRule CowReuse { get; init; }

    /// <summary>Write faults on anonymous pages of 2 MiB.</summary>
    public required CowReuseRule HugeCowReuse { get; init; }

    /// <summary>Pin counters of compound pages.</summary>
    public required CompoundPinRule CompoundPins { get; init; }

    /// <summary>What callers of GUP may ask for.</summary>
    public required GupFlagsRule GupFlags { get; init; }

    /// <summary>pin_user_pages_locked().</summary>
    public required LockedPinRule LockedPin { get; init; }

    /// <summary>Pinned pages of hugetlb in fork.</summary>
    public required HugeTlbForkRule HugeTlbFork { get; init; }

    /// <summary>Forced writes to hugetlb.</summary>
    public required HugeTlbForceRule HugeTlbForce { get; init; }

    /// <summary>Buffers that are registered with io_uring.</summary>
    public required BufferPinRule BufferPin { get; init; }

    /// <summary>How long such a buffer may be.</summary>
    public required BufferLengthRule BufferLength { get; init; }

    /// <summary>What madvise() knows.</summary>
    public required AdviceRule Advice { get; init; }

    /// <summary>Addresses below a stack.</summary>
    public required StackGrowthRule StackGrowth { get; init; }

    /// <summary>Raw entries, looked at under their lock.</summary>
    public required PfnWalkRule PfnWalk { get; init; }

    /// <summary>KVM and raw entries.</summary>
    public required KvmPfnRule KvmPfn { get; init; }

    /// <summary>Mappings of device memory that a driver claims.</summary>
    public required IomemRevokeRule IomemRevoke { get; init; }

    /// <summary>dma_map_resource() and memory.</summary>
    public required MapResourceRule MapResource { get; init; }

    /// <summary>The errors of dma_map_sgtable().</summary>
    public required MapErrorRule MapErrors { get; init; }

    /// <summary>munmap and what processors remember.</summary>
    public required TlbFlushRule TlbFlush { get; init; }

    /// <summary>generic_access_phys() and memory.</summary>
    public required AccessPhysRule AccessPhys { get; init; }

    /// <summary>Each choice by name, in the order of the migration tables.</summary>
    internal IEnumerable<(string Name, string Choice)> Choices() =>
    [
        (nameof(Longterm), $"{Longterm}"),
        (nameof(SpecialPte), $"{SpecialPte}"),
        (nameof(SecretMemory), $"{SecretMemory}"),
        (nameof(DirtyTracking), $"{DirtyTracking}"),
        (nameof(MappedPages), $"{MappedPages}"),
        (nameof(Unshare), $"{Unshare}"),
        (nameof(ZeroPage), $"{ZeroPage}"),
        (nameof(RangeOverflow), $"{RangeOverflow}"),
        (nameof(VmaErrors), $"{VmaErrors}"),
        (nameof(Fork), $"{Fork}"),
        (nameof(CowReuse), $"{CowReuse}"),
        (nameof(HugeCowReuse), $"{HugeCowReuse}"),
        (nameof(CompoundPins), $"{CompoundPins}"),
        (nameof(GupFlags), $"{GupFlags}"),
        (nameof(LockedPin), $"{LockedPin}"),
        (nameof(HugeTlbFork), $"{HugeTlbFork}"),
        (nameof(HugeTlbForce), $"{HugeTlbForce}"),
        (nameof(BufferPin), $"{BufferPin}"),
        (nameof(BufferLength), $"{BufferLength}"),
        (nameof(Advice), $"{Advice}"),
        (nameof(StackGrowth), $"{StackGrowth}"),
        (nameof(PfnWalk), $"{PfnWalk}"),
        (nameof(KvmPfn), $"{KvmPfn}"),
        (nameof(IomemRevoke), $"{IomemRevoke}"),
        (nameof(MapResource), $"{MapResource}"),
        (nameof(MapErrors), $"{MapErrors}"),
        (nameof(TlbFlush), $"{TlbFlush}"),
        (nameof(AccessPhys), $"{AccessPhys}"),
    ];
}
