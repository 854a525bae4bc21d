namespace LinuxMm;

/// <summary>Whether slow GUP may walk a VMA at all. Fast GUP never asks.</summary>
[LinuxSource("mm/gup.c", "check_vma_flags", Tag = "v5.17")]
internal static class CheckVmaFlags
{
    public static Errno? Check(VmArea vma, FollFlags flags, UserPagesRules rules)
    {
        if ((vma.Flags & (VmFlags.Io | VmFlags.PfnMap)) != 0)
        {
            return Errno.EFAULT;
        }

        var keepsReason = rules.VmaErrors == VmaErrorRule.Kept;
        if (keepsReason && flags.HasFlag(FollFlags.Longterm) && vma.Kind == MappedKind.FsDax)
        {
            return Errno.EOPNOTSUPP;
        }

        if (vma.Kind == MappedKind.Secret && rules.SecretMemory == SecretMemoryRule.Refused)
        {
            return Errno.EFAULT;
        }

        return IsPermitted(vma, flags, rules) ? null : Errno.EFAULT;
    }

    private static bool IsPermitted(VmArea vma, FollFlags flags, UserPagesRules rules)
    {
        var isForced = flags.HasFlag(FollFlags.Force);
        if (!flags.HasFlag(FollFlags.Write))
        {
            return (vma.Flags & VmFlags.Read) != 0 || (isForced && (vma.Flags & VmFlags.MayRead) != 0);
        }

        const FollFlags LongtermPin = FollFlags.Pin | FollFlags.Longterm;
        if ((flags & LongtermPin) == LongtermPin && rules.DirtyTracking == DirtyTrackingRule.Refused && NeedsDirtyTracking(vma))
        {
            return false;
        }

        var isForceable = vma.Kind != MappedKind.HugeTlb || rules.HugeTlbForce != HugeTlbForceRule.Refused;
        return vma.IsWritable || (isForced && vma.IsCowMapping && isForceable);
    }

    [LinuxSource("mm/mmap.c", "vma_needs_dirty_tracking", Tag = "v6.5")]
    private static bool NeedsDirtyTracking(VmArea vma) =>
        vma.IsWriteMapped && (vma.Kind is MappedKind.File or MappedKind.FsDax || vma.Object is Driver { PageMkwrite: not null });
}
