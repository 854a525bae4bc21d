namespace LinuxMm.Tests.RealKernels;

/// <summary>The two kernels that were observed, and the rules that were put into them, as eras.</summary>
internal static class ObservedKernel
{
    public static KernelEra Era(string kernel) => KernelReleases.Find(kernel == "5.10" ? "5.10.262-1" : "6.1.192-2");

    public static KernelEra Era(string kernel, string rule)
    {
        var (frameVectors, followPfn) = rule switch
        {
            "stock" => (Era(kernel).FrameVectors, FollowPfnPolicy.AnyEntry),
            "vma-decides" => (FrameVectorPolicy.VmaDecides, FollowPfnPolicy.AnyEntry),
            "pin-first" => (FrameVectorPolicy.PinThenFollow, FollowPfnPolicy.AnyEntry),
            "pin-first-err" => (FrameVectorPolicy.PinThenFollowKeepingError, FollowPfnPolicy.AnyEntry),
            "pages-only" => (FrameVectorPolicy.PinOnlyForced, FollowPfnPolicy.AnyEntry),
            "pages-only-noforce" => (FrameVectorPolicy.PinOnlyWarning, FollowPfnPolicy.AnyEntry),
            "mail" => (FrameVectorPolicy.PinThenFollowKeepingError, FollowPfnPolicy.OnlyWithoutNormalPage),
            "mail-no-struct-page" => (FrameVectorPolicy.PinThenFollowKeepingError, FollowPfnPolicy.OnlyWithoutStructPage),
            _ => throw new ArgumentException($"No rule {rule}.", nameof(rule)),
        };
        return Era(kernel) with { FrameVectors = frameVectors, FollowPfn = followPfn };
    }
}
