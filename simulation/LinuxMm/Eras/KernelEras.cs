namespace LinuxMm;

/// <summary>The eras of the thread, in order of time, and the kernels that were proposed and never were.</summary>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
public static class KernelEras
{
    private static readonly UserPagesRules Rules5_7 = new()
    {
        Longterm = LongtermRule.LeaveCmaIfPossible,
        SpecialPte = SpecialPteRule.SlotLeftUnset,
        SecretMemory = SecretMemoryRule.DoesNotExist,
        DirtyTracking = DirtyTrackingRule.Pinned,
        MappedPages = MappedPagesRule.Pinned,
        Unshare = UnshareRule.Never,
        ZeroPage = ZeroPageRule.Counted,
        RangeOverflow = RangeOverflowRule.ReturnsZero,
        VmaErrors = VmaErrorRule.AlwaysEfault,
        Fork = ForkRule.SharesPinned,
        CowReuse = CowReuseRule.MapCountOne,
        CompoundPins = CompoundPinRule.OrderAboveOne,
        LockedPin = LockedPinRule.DoesNotExist,
        HugeTlbForce = HugeTlbForceRule.Allowed,
        MapResource = MapResourceRule.RefusesMemory,
        TlbFlush = TlbFlushRule.AtTheEnd,
        AccessPhys = AccessPhysRule.ReadsAnything,
    };

    private static readonly UserPagesRules Rules5_10 = Rules5_7 with
    {
        Fork = ForkRule.CopiesPinned,
        CowReuse = CowReuseRule.RefCountOne,
        LockedPin = LockedPinRule.RefusesLongterm,
    };

    private static readonly UserPagesRules Rules5_15 = Rules5_10 with
    {
        Longterm = LongtermRule.LeaveCmaAndMovable,
        SecretMemory = SecretMemoryRule.Refused,
        VmaErrors = VmaErrorRule.Kept,
        MapResource = MapResourceRule.MapsAnything,
    };

    private static readonly UserPagesRules Rules5_19 = Rules5_15 with
    {
        SpecialPte = SpecialPteRule.Refused,
        Unshare = UnshareRule.SharedAnonymous,
        Fork = ForkRule.CopiesExclusive,
        CowReuse = CowReuseRule.ExclusiveMarker,
        CompoundPins = CompoundPinRule.Every,
        TlbFlush = TlbFlushRule.AtOnceForRawFrames,
        LockedPin = LockedPinRule.DoesNotExist,
    };

    private static readonly UserPagesRules Rules6_1 = Rules5_19 with { HugeTlbForce = HugeTlbForceRule.Refused };

    private static readonly UserPagesRules Rules6_4 = Rules6_1 with { Unshare = UnshareRule.EverythingPrivate };

    private static readonly UserPagesRules Rules7_3 = Rules6_4 with
    {
        DirtyTracking = DirtyTrackingRule.Refused,
        MappedPages = MappedPagesRule.LeftToSlowPath,
        ZeroPage = ZeroPageRule.NotCounted,
        RangeOverflow = RangeOverflowRule.Eoverflow,
        AccessPhys = AccessPhysRule.RefusesMemory,
    };

    /// <summary>The first VMA decides; plain references. As 5.7 behaves.</summary>
    public static KernelEra A0 { get; } = new()
    {
        Name = "A0",
        Title = "the first VMA decides, pages get a reference",
        Versions = "4.3-5.7",
        Origin = EraOrigin.Mainline,
        FrameVectors = FrameVectorPolicy.VmaDecidesAndGets,
        FollowPfn = FollowPfnPolicy.AnyEntry,
        UserPages = Rules5_7,
    };

    /// <summary>The first VMA decides; pins. As 5.10 behaves.</summary>
    public static KernelEra A { get; } = A0 with
    {
        Name = "A",
        Title = "the first VMA decides",
        Versions = "5.8-5.11",
        FrameVectors = FrameVectorPolicy.VmaDecides,
        UserPages = Rules5_10,
    };

    /// <summary>Pin first, fall back, and return the fallback's error. As 5.15 behaves.</summary>
    public static KernelEra B1 { get; } = A with
    {
        Name = "B1",
        Title = "pin first, fall back",
        Versions = "5.12-5.16",
        FrameVectors = FrameVectorPolicy.PinThenFollow,
        UserPages = Rules5_15,
    };

    /// <summary>Pin first, fall back, and keep the pin's error. As 5.19 behaves.</summary>
    public static KernelEra B2 { get; } = B1 with
    {
        Name = "B2",
        Title = "pin first, fall back, keep the error of the pin",
        Versions = "5.17-6.0",
        FrameVectors = FrameVectorPolicy.PinThenFollowKeepingError,
        UserPages = Rules5_19,
    };

    /// <summary>Pin only, by force. As 6.1 behaves.</summary>
    public static KernelEra C1 { get; } = B2 with
    {
        Name = "C1",
        Title = "pin only, by force",
        Versions = "6.1",
        FrameVectors = FrameVectorPolicy.PinOnlyForced,
        UserPages = Rules6_1,
    };

    /// <summary>Pin only, writing only if wanted. As 6.4 behaves.</summary>
    public static KernelEra C2 { get; } = C1 with
    {
        Name = "C2",
        Title = "pin only",
        Versions = "6.2-6.4",
        FrameVectors = FrameVectorPolicy.PinOnlyWarning,
        UserPages = Rules6_4,
    };

    /// <summary>Pin only, and not into files that track writes. As 7.3 behaves.</summary>
    public static KernelEra C3 { get; } = C2 with
    {
        Name = "C3",
        Title = "pin only, no files that track writes",
        Versions = "6.5-7.3",
        FrameVectors = FrameVectorPolicy.PinOnly,
        FollowPfn = FollowPfnPolicy.Removed,
        UserPages = Rules7_3,
    };

    /// <summary>The mail's proposal read literally: follow_pfn only where vm_normal_page() finds nothing. Never merged.</summary>
    public static KernelEra LLiteral { get; } = B1 with
    {
        Name = "L-literal",
        Title = "as the mail proposes, by vm_normal_page",
        Versions = "never",
        Origin = EraOrigin.Proposal,
        FollowPfn = FollowPfnPolicy.OnlyWithoutNormalPage,
    };

    /// <summary>The mail's proposal as it would have to be: follow_pfn only where there is no struct page. Never merged.</summary>
    public static KernelEra LStrict { get; } = LLiteral with
    {
        Name = "L-strict",
        Title = "as the mail proposes, by struct page",
        FollowPfn = FollowPfnPolicy.OnlyWithoutStructPage,
    };

    /// <summary>The refused pull without CONFIG_STRICT_FOLLOW_PFN: warn and go on.</summary>
    public static KernelEra RLax { get; } = B1 with
    {
        Name = "R-lax",
        Title = "the refused pull, warning",
        Versions = "never",
        Origin = EraOrigin.RefusedPull,
        FollowPfn = FollowPfnPolicy.UnsafeWarns,
    };

    /// <summary>The refused pull with CONFIG_STRICT_FOLLOW_PFN: refuse.</summary>
    public static KernelEra RStrict { get; } = RLax with
    {
        Name = "R-strict",
        Title = "the refused pull, strict",
        FollowPfn = FollowPfnPolicy.UnsafeRefuses,
    };

    /// <summary>5.10.y since December 2022: the order of era A with the fix of 6.1, which is to refuse. Observed as 5.10.262.</summary>
    public static KernelEra StableA { get; } = A with
    {
        Name = "A-stable",
        Title = "the first VMA decides, no fallback",
        Versions = "5.10.y since December 2022",
        Origin = EraOrigin.Stable,
        FrameVectors = FrameVectorPolicy.VmaDecidesWithoutFallback,
    };

    /// <summary>6.1.y, which no longer counts pins of the zero page. Observed as 6.1.192.</summary>
    public static KernelEra StableC1 { get; } = C1 with
    {
        Name = "C1-stable",
        Versions = "6.1.y",
        Origin = EraOrigin.Stable,
        UserPages = Rules6_1 with { ZeroPage = ZeroPageRule.NotCounted },
    };

    /// <summary>All eras: those of mainline by time, then the reconstructions. Stable series are not among them.</summary>
    public static SnapshotList<KernelEra> All { get; } = [A0, A, B1, B2, C1, C2, C3, LLiteral, LStrict, RLax, RStrict];

    /// <summary>What changed from one era to another: the rows of a migration table. Empty for eras that behave alike.</summary>
    /// <param name="older">The one to start from.</param>
    /// <param name="newer">The one to arrive at.</param>
    public static SnapshotList<EraDifference> Compare(KernelEra older, KernelEra newer) =>
        [.. Choices(older).Zip(Choices(newer), (from, to) => new EraDifference(from.Name, from.Choice, to.Choice)).Where(pair => pair.Older != pair.Newer)];

    private static IEnumerable<(string Name, string Choice)> Choices(KernelEra era)
    {
        yield return (nameof(era.FrameVectors), era.FrameVectors.Name);
        yield return (nameof(era.FollowPfn), era.FollowPfn.Name);
        yield return (nameof(era.UserPages.Longterm), $"{era.UserPages.Longterm}");
        yield return (nameof(era.UserPages.SpecialPte), $"{era.UserPages.SpecialPte}");
        yield return (nameof(era.UserPages.SecretMemory), $"{era.UserPages.SecretMemory}");
        yield return (nameof(era.UserPages.DirtyTracking), $"{era.UserPages.DirtyTracking}");
        yield return (nameof(era.UserPages.MappedPages), $"{era.UserPages.MappedPages}");
        yield return (nameof(era.UserPages.Unshare), $"{era.UserPages.Unshare}");
        yield return (nameof(era.UserPages.ZeroPage), $"{era.UserPages.ZeroPage}");
        yield return (nameof(era.UserPages.RangeOverflow), $"{era.UserPages.RangeOverflow}");
        yield return (nameof(era.UserPages.VmaErrors), $"{era.UserPages.VmaErrors}");
        yield return (nameof(era.UserPages.Fork), $"{era.UserPages.Fork}");
        yield return (nameof(era.UserPages.CowReuse), $"{era.UserPages.CowReuse}");
        yield return (nameof(era.UserPages.CompoundPins), $"{era.UserPages.CompoundPins}");
        yield return (nameof(era.UserPages.LockedPin), $"{era.UserPages.LockedPin}");
        yield return (nameof(era.UserPages.HugeTlbForce), $"{era.UserPages.HugeTlbForce}");
        yield return (nameof(era.UserPages.MapResource), $"{era.UserPages.MapResource}");
        yield return (nameof(era.UserPages.TlbFlush), $"{era.UserPages.TlbFlush}");
        yield return (nameof(era.UserPages.AccessPhys), $"{era.UserPages.AccessPhys}");
    }
}
