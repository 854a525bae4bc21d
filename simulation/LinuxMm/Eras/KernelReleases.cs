using System.Globalization;

namespace LinuxMm;

/// <summary>Any release by its number, as finely as its rules are known. Eras group them; this tells them apart.</summary>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
public static class KernelReleases
{
    private static readonly Release[] Mainline =
    [
        new(4, 3, KernelEras.A0, ReleaseRules.V4_3),
        new(5, 3, KernelEras.A0, ReleaseRules.V5_3),
        new(5, 6, KernelEras.A0, ReleaseRules.V5_6),
        new(5, 7, KernelEras.A0, ReleaseRules.V5_7),
        new(5, 8, KernelEras.A, ReleaseRules.V5_8),
        new(5, 9, KernelEras.A, ReleaseRules.V5_9),
        new(5, 10, KernelEras.A, ReleaseRules.V5_10),
        new(5, 11, KernelEras.A, ReleaseRules.V5_11),
        new(5, 12, KernelEras.B1, ReleaseRules.V5_12),
        new(5, 13, KernelEras.B1, ReleaseRules.V5_13),
        new(5, 14, KernelEras.B1, ReleaseRules.V5_14),
        new(5, 15, KernelEras.B1, ReleaseRules.V5_15),
        new(5, 17, KernelEras.B2, ReleaseRules.V5_15),
        new(5, 18, KernelEras.B2, ReleaseRules.V5_18),
        new(5, 19, KernelEras.B2, ReleaseRules.V5_19),
        new(6, 1, KernelEras.C1, ReleaseRules.V6_1),
        new(6, 2, KernelEras.C2, ReleaseRules.V6_2),
        new(6, 3, KernelEras.C2, ReleaseRules.V6_3),
        new(6, 5, KernelEras.C3 with { FrameVectors = FrameVectorPolicy.PinOnlyWarning, FollowPfn = FollowPfnPolicy.AnyEntry }, ReleaseRules.V6_5),
        new(6, 6, KernelEras.C3 with { FollowPfn = FollowPfnPolicy.AnyEntry }, ReleaseRules.V6_5),
        new(6, 7, KernelEras.C3 with { FollowPfn = FollowPfnPolicy.AnyEntry }, ReleaseRules.V6_7),
        new(6, 10, KernelEras.C3, ReleaseRules.V6_10),
        new(6, 12, KernelEras.C3, ReleaseRules.V6_12),
        new(6, 13, KernelEras.C3, ReleaseRules.V6_13),
        new(6, 14, KernelEras.C3, ReleaseRules.V6_14),
        new(7, 2, KernelEras.C3, ReleaseRules.V7_2),
        new(7, 3, KernelEras.C3, ReleaseRules.V7_3),
    ];

    /// <summary>
    /// What a stable series took over, from which of its releases on. Those of 8 December 2022 carry commit 6647e76ab623. The warning left
    /// 6.1.y and 6.5.y in October 2023 (735de5caf79e); 5.10.218 and 5.15.224 were read without it, and are counted from the same day.
    /// Failed migrations became errors in 5.11.y and 5.12.y in May 2021; that 5.10.y has them was read in 5.10.218, zero pages of 6.1.y in 6.1.170.
    /// </summary>
    private static readonly Backport[] Backports =
    [
        new(4, 14, 301, era => era with { FrameVectors = FrameVectorPolicy.VmaDecidesAndGetsWithoutFallback }),
        new(4, 19, 268, era => era with { FrameVectors = FrameVectorPolicy.VmaDecidesAndGetsWithoutFallback }),
        new(5, 4, 24, era => era with { UserPages = era.UserPages with { GupFlags = GupFlagsRule.ReferencesOnly } }),
        new(5, 4, 47, era => era with { UserPages = era.UserPages with { Unshare = UnshareRule.BreaksCopyOnWrite } }),
        new(5, 4, 226, era => era with { FrameVectors = FrameVectorPolicy.VmaDecidesAndGetsWithoutFallback }),
        new(5, 5, 8, era => era with { UserPages = era.UserPages with { GupFlags = GupFlagsRule.ReferencesOnly } }),
        new(5, 7, 3, era => era with { UserPages = era.UserPages with { Unshare = UnshareRule.BreaksCopyOnWrite } }),
        new(5, 10, 158, era => era with { FrameVectors = FrameVectorPolicy.VmaDecidesWithoutFallbackWarning }),
        new(5, 10, 162, era => era with { UserPages = era.UserPages with { BufferPin = BufferPinRule.MemoryFilesOnly } }),
        new(5, 10, 198, era => era with { FrameVectors = FrameVectorPolicy.VmaDecidesWithoutFallback }),
        new(5, 10, 218, era => era with { UserPages = era.UserPages with { Longterm = LongtermRule.LeaveCma } }),
        new(5, 11, 22, era => era with { UserPages = era.UserPages with { Longterm = LongtermRule.LeaveCma } }),
        new(5, 12, 5, era => era with { UserPages = era.UserPages with { Longterm = LongtermRule.LeaveCma } }),
        new(5, 15, 40, era => era with { UserPages = era.UserPages with { SpecialPte = SpecialPteRule.RefusedAsFault } }),
        new(5, 15, 82, era => era with { FrameVectors = FrameVectorPolicy.PinOnlyForced }),
        new(5, 15, 134, era => era with { FrameVectors = FrameVectorPolicy.PinOnlyForcedSilently }),
        new(6, 0, 12, era => era with { FrameVectors = FrameVectorPolicy.PinOnlyForced }),
        new(6, 1, 37, era => era with { UserPages = era.UserPages with { StackGrowth = StackGrowthRule.OnlyFaultsDo } }),
        new(6, 1, 56, era => era with { FrameVectors = FrameVectorPolicy.PinOnlyForcedSilently }),
        new(6, 1, 170, era => era with { UserPages = era.UserPages with { ZeroPage = ZeroPageRule.NotCounted } }),
        new(6, 3, 11, era => era with { UserPages = era.UserPages with { StackGrowth = StackGrowthRule.OnlyFaultsDo } }),
        new(6, 4, 1, era => era with { UserPages = era.UserPages with { StackGrowth = StackGrowthRule.OnlyFaultsDo } }),
        new(6, 4, 10, era => era with { UserPages = era.UserPages with { RangeOverflow = RangeOverflowRule.Eoverflow } }),
        new(6, 5, 6, era => era with { FrameVectors = FrameVectorPolicy.PinOnly }),
    ];

    /// <summary>The newest release whose rules are known.</summary>
    public static string Newest => $"{Mainline[^1].Major}.{Mainline[^1].Minor}";

    /// <summary>The first releases with rules of their own, oldest first, such as <c>5.12</c>.</summary>
    public static SnapshotList<string> Changes { get; } = [.. Mainline.Select(release => $"{release.Major}.{release.Minor}")];

    /// <summary>The rules of a release.</summary>
    /// <remarks>A release of a stable series has the rules of its series and what is known to have been taken over.</remarks>
    /// <param name="release">Its number, such as <c>6.8</c>, <c>5.10.262</c> or a distribution's <c>6.1.192-2</c>.</param>
    /// <returns>An era of that name.</returns>
    /// <exception cref="ArgumentException">It is no release number, or one whose rules are not known.</exception>
    public static KernelEra Find(string release)
    {
        var (major, minor, patch) = Parse(release);
        if (IsBefore(Mainline[^1].Major, Mainline[^1].Minor, major, minor))
        {
            throw new ArgumentException($"The rules of {release} are not known: the newest known are those of {Newest}.", nameof(release));
        }

        var found = Array.FindLast(Mainline, known => !IsBefore(major, minor, known.Major, known.Minor))
            ?? throw new ArgumentException($"{release} has no get_vaddr_frames: it came with 4.3.", nameof(release));
        var era = found.Era with { UserPages = found.Rules, Name = release, Versions = $"{major}.{minor}" };
        foreach (var backport in Backports.Where(known => (known.Major, known.Minor) == (major, minor) && known.Patch <= patch))
        {
            era = backport.Apply(era) with { Origin = EraOrigin.Stable, Versions = $"{major}.{minor}.y" };
        }

        return era;
    }

    private static bool IsBefore(int major, int minor, int otherMajor, int otherMinor) => (major, minor).CompareTo((otherMajor, otherMinor)) < 0;

    private static (int Major, int Minor, int Patch) Parse(string release)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(release);
        var parts = release.TrimStart('v').Split('-', '+')[0].Split('.');
        var numbers = parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Count is 2 or 3 && !numbers.Contains(-1)
            ? (numbers[0], numbers[1], numbers.Count == 3 ? numbers[2] : 0)
            : throw new ArgumentException($"{release} is no release number, such as 6.12 or 5.10.262.", nameof(release));
    }

    private sealed record Release(int Major, int Minor, KernelEra Era, UserPagesRules Rules);

    private sealed record Backport(int Major, int Minor, int Patch, Func<KernelEra, KernelEra> Apply);
}
