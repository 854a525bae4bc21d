namespace LinuxMm;

/// <summary>The eras of the thread, in order of time, and the kernels that were proposed and never were.</summary>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
public static class KernelEras
{
    /// <summary>The first VMA decides; plain references. As 5.7 behaves.</summary>
    public static KernelEra A0 { get; } = new()
    {
        Name = "A0",
        Title = "the first VMA decides, pages get a reference",
        Versions = "4.3-5.7",
        Origin = EraOrigin.Mainline,
        FrameVectors = FrameVectorPolicy.VmaDecidesAndGets,
        FollowPfn = FollowPfnPolicy.AnyEntry,
        UserPages = ReleaseRules.V5_7,
    };

    /// <summary>The first VMA decides; pins. As 5.10 behaves.</summary>
    public static KernelEra A { get; } = A0 with
    {
        Name = "A",
        Title = "the first VMA decides",
        Versions = "5.8-5.11",
        FrameVectors = FrameVectorPolicy.VmaDecides,
        UserPages = ReleaseRules.V5_10,
    };

    /// <summary>Pin first, fall back, and return the fallback's error. As 5.15 behaves.</summary>
    public static KernelEra B1 { get; } = A with
    {
        Name = "B1",
        Title = "pin first, fall back",
        Versions = "5.12-5.16",
        FrameVectors = FrameVectorPolicy.PinThenFollow,
        UserPages = ReleaseRules.V5_15,
    };

    /// <summary>Pin first, fall back, and keep the pin's error. As 5.19 behaves.</summary>
    public static KernelEra B2 { get; } = B1 with
    {
        Name = "B2",
        Title = "pin first, fall back, keep the error of the pin",
        Versions = "5.17-6.0",
        FrameVectors = FrameVectorPolicy.PinThenFollowKeepingError,
        UserPages = ReleaseRules.V5_19,
    };

    /// <summary>Pin only, by force. As 6.1 behaves.</summary>
    public static KernelEra C1 { get; } = B2 with
    {
        Name = "C1",
        Title = "pin only, by force",
        Versions = "6.1",
        FrameVectors = FrameVectorPolicy.PinOnlyForced,
        UserPages = ReleaseRules.V6_1,
    };

    /// <summary>Pin only, writing only if wanted. As 6.2 behaves.</summary>
    public static KernelEra C2 { get; } = C1 with
    {
        Name = "C2",
        Title = "pin only",
        Versions = "6.2-6.4",
        FrameVectors = FrameVectorPolicy.PinOnlyWarning,
        UserPages = ReleaseRules.V6_2,
    };

    /// <summary>Pin only, and not into files that track writes. As 7.3 behaves.</summary>
    public static KernelEra C3 { get; } = C2 with
    {
        Name = "C3",
        Title = "pin only, no files that track writes",
        Versions = "6.5-7.3",
        FrameVectors = FrameVectorPolicy.PinOnly,
        FollowPfn = FollowPfnPolicy.Removed,
        UserPages = ReleaseRules.V7_3,
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
        UserPages = ReleaseRules.V5_10_262,
    };

    /// <summary>6.1.y, which no longer counts pins of the zero page, no longer lets GUP grow stacks and no longer warns. Observed as 6.1.192.</summary>
    public static KernelEra StableC1 { get; } = C1 with
    {
        Name = "C1-stable",
        Versions = "6.1.y",
        Origin = EraOrigin.Stable,
        FrameVectors = FrameVectorPolicy.PinOnlyForcedSilently,
        UserPages = ReleaseRules.V6_1 with { ZeroPage = ZeroPageRule.NotCounted, StackGrowth = StackGrowthRule.OnlyFaultsDo },
    };

    /// <summary>The stable series that were observed. <see cref="KernelReleases"/> knows each release.</summary>
    public static SnapshotList<KernelEra> Stable { get; } = [StableA, StableC1];

    /// <summary>All eras: those of mainline by time, then the reconstructions. Stable series are not among them.</summary>
    public static SnapshotList<KernelEra> All { get; } = [A0, A, B1, B2, C1, C2, C3, LLiteral, LStrict, RLax, RStrict];

    /// <summary>What changed from one era to another: the rows of a migration table. Empty for eras that behave alike.</summary>
    /// <param name="older">The one to start from.</param>
    /// <param name="newer">The one to arrive at.</param>
    public static SnapshotList<EraDifference> Compare(KernelEra older, KernelEra newer) =>
        [.. Choices(older).Zip(Choices(newer), (from, to) => new EraDifference(from.Name, from.Choice, to.Choice)).Where(pair => pair.Older != pair.Newer)];

    private static IEnumerable<(string Name, string Choice)> Choices(KernelEra era) =>
        [(nameof(era.FrameVectors), era.FrameVectors.Name), (nameof(era.FollowPfn), era.FollowPfn.Name), .. era.UserPages.Choices()];
}
