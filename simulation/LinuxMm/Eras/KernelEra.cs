namespace LinuxMm;

/// <summary>A span of kernels that behave alike, as data: named choices, no version numbers to compare.</summary>
/// <remarks>Use <c>with</c> to make a kernel that never was: <c>KernelEras.B2 with { FollowPfn = FollowPfnPolicy.OnlyWithoutStructPage }</c>.</remarks>
[ModelOnly("A kernel has its rules in its code, one set a release.")]
public sealed record KernelEra
{
    /// <summary>Its short name, such as <c>B2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its behaviour in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The mainline versions, such as <c>5.17-6.0</c>. Stable kernels with backports differ.</summary>
    public required string Versions { get; init; }

    /// <summary>Where the rules come from.</summary>
    public required EraOrigin Origin { get; init; }

    /// <summary>How get_vaddr_frames fills a vector.</summary>
    public required FrameVectorPolicy FrameVectors { get; init; }

    /// <summary>What follow_pfn answers.</summary>
    public required FollowPfnPolicy FollowPfn { get; init; }

    /// <summary>How user pages are pinned.</summary>
    public required UserPagesRules UserPages { get; init; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
