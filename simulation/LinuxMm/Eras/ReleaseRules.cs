namespace LinuxMm;

/// <summary>The rules of mainline releases, each as what it changed; a release that is not here changed nothing that is modelled.</summary>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
internal static class ReleaseRules
{
    public static UserPagesRules V4_3 { get; } = new()
    {
        Longterm = LongtermRule.LeaveCmaOnSlowPath,
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
        HugeCowReuse = CowReuseRule.MapCountOne,
        CompoundPins = CompoundPinRule.OrderAboveOne,
        GupFlags = GupFlagsRule.ReferencesOnly,
        LockedPin = LockedPinRule.DoesNotExist,
        HugeTlbFork = HugeTlbForkRule.SharesPinned,
        HugeTlbForce = HugeTlbForceRule.MakesWritable,
        BufferPin = BufferPinRule.HugeTlbFilesOnly,
        BufferLength = BufferLengthRule.OneGibibyte,
        Advice = AdviceRule.UpToPageOut,
        StackGrowth = StackGrowthRule.GupGrowsStacks,
        PfnWalk = PfnWalkRule.NotForDrivers,
        KvmPfn = KvmPfnRule.AssumesWritable,
        IomemRevoke = IomemRevokeRule.Never,
        MapResource = MapResourceRule.RefusesMemory,
        MapErrors = MapErrorRule.AlwaysEinval,
        TlbFlush = TlbFlushRule.AtTheEnd,
        AccessPhys = AccessPhysRule.ReadsAnything,
    };

    public static UserPagesRules V5_3 { get; } = V4_3 with { GupFlags = GupFlagsRule.ReferencesOnlyFastOnesUnforced };

    public static UserPagesRules V5_6 { get; } = V5_3 with { GupFlags = GupFlagsRule.PinsAndLongReferences };

    public static UserPagesRules V5_7 { get; } = V5_6 with { Longterm = LongtermRule.LeaveCmaIfPossible };

    public static UserPagesRules V5_8 { get; } = V5_7 with
    {
        LockedPin = LockedPinRule.RefusesLongterm,
        IomemRevoke = IomemRevokeRule.DevMem,
        Unshare = UnshareRule.BreaksCopyOnWrite,
    };

    public static UserPagesRules V5_9 { get; } = V5_8 with { Fork = ForkRule.CopiesPinned, CowReuse = CowReuseRule.RefCountOne, Unshare = UnshareRule.Never };

    public static UserPagesRules V5_10 { get; } = V5_9 with { GupFlags = GupFlagsRule.LongPins };

    /// <summary>5.10.y as 5.10.262 is: a half of 5.13, and the io_uring of 5.15.</summary>
    public static UserPagesRules V5_10_262 { get; } = V5_10 with { Longterm = LongtermRule.LeaveCma, BufferPin = BufferPinRule.MemoryFilesOnly };

    public static UserPagesRules V5_11 { get; } = V5_10 with { VmaErrors = VmaErrorRule.Kept };

    public static UserPagesRules V5_12 { get; } = V5_11 with
    {
        HugeTlbFork = HugeTlbForkRule.CopiesPinned,
        PfnWalk = PfnWalkRule.AnyEntry,
        KvmPfn = KvmPfnRule.ChecksPermission,
        IomemRevoke = IomemRevokeRule.DevMemAndPci,
    };

    public static UserPagesRules V5_13 { get; } = V5_12 with
    {
        Longterm = LongtermRule.LeaveCmaAndMovable,
        KvmPfn = KvmPfnRule.RefusesFreePages,
        BufferPin = BufferPinRule.MemoryFilesOnly,
    };

    public static UserPagesRules V5_14 { get; } = V5_13 with { SecretMemory = SecretMemoryRule.Refused, Advice = AdviceRule.UpToPopulate };

    public static UserPagesRules V5_15 { get; } = V5_14 with { MapResource = MapResourceRule.MapsAnything, MapErrors = MapErrorRule.Told };

    public static UserPagesRules V5_18 { get; } = V5_15 with
    {
        SpecialPte = SpecialPteRule.Refused,
        HugeCowReuse = CowReuseRule.RefCountOne,
        Advice = AdviceRule.UpToDontNeedLocked,
        CompoundPins = CompoundPinRule.Every,
        LockedPin = LockedPinRule.DoesNotExist,
    };

    public static UserPagesRules V5_19 { get; } = V5_18 with
    {
        Unshare = UnshareRule.SharedAnonymous,
        Fork = ForkRule.CopiesExclusive,
        CowReuse = CowReuseRule.ExclusiveMarker,
        HugeCowReuse = CowReuseRule.ExclusiveMarker,
        TlbFlush = TlbFlushRule.AtOnceForRawFrames,
    };

    /// <summary>
    /// Mainline's own 6.1 still allows the force: the check, f347454d0341, is in the stable series of 6.1, where 6.1.4 was read and
    /// 6.1.192 observed. Whoever says 6.1 today has it.
    /// </summary>
    public static UserPagesRules V6_1 { get; } = V5_19 with { HugeTlbForce = HugeTlbForceRule.Refused };

    public static UserPagesRules V6_2 { get; } = V6_1 with { Unshare = UnshareRule.EverythingPrivate };

    public static UserPagesRules V6_3 { get; } = V6_2 with { GupFlags = GupFlagsRule.LongPinsTouched };

    public static UserPagesRules V6_5 { get; } = V6_3 with
    {
        DirtyTracking = DirtyTrackingRule.Refused,
        BufferPin = BufferPinRule.AnyFile,
        MappedPages = MappedPagesRule.LongWritesLeftToSlowPath,
        ZeroPage = ZeroPageRule.NotCounted,
        RangeOverflow = RangeOverflowRule.Eoverflow,
        StackGrowth = StackGrowthRule.OnlyFaultsDo,
    };

    public static UserPagesRules V6_7 { get; } = V6_5 with { GupFlags = GupFlagsRule.LongPinsNoTouch };

    public static UserPagesRules V6_10 { get; } = V6_7 with
    {
        MappedPages = MappedPagesRule.LeftToSlowPath,
        PfnWalk = PfnWalkRule.RawMappings,
        BufferPin = BufferPinRule.FastPath,
    };

    public static UserPagesRules V6_12 { get; } = V6_10 with { PfnWalk = PfnWalkRule.FollowPfnmap };

    public static UserPagesRules V6_13 { get; } = V6_12 with { KvmPfn = KvmPfnRule.NoReferences };

    /// <summary>Posted in December 2024, when 6.13 took fixes only; 6.12.118 refuses, 6.14.11 does not.</summary>
    public static UserPagesRules V6_14 { get; } = V6_13 with { HugeTlbForce = HugeTlbForceRule.KeepsReadOnly };

    /// <summary>7.0.14 was read with the old limit, 7.2.6 with the new one; 7.1 was not read for it.</summary>
    public static UserPagesRules V7_2 { get; } = V6_14 with { BufferLength = BufferLengthRule.OneTebibyte };

    public static UserPagesRules V7_3 { get; } = V7_2 with { MappedPages = MappedPagesRule.LongWritesLeftToSlowPath, AccessPhys = AccessPhysRule.RefusesMemory };
}
