namespace LinuxMm.Figures;

/// <summary>What became of get_vaddr_frames() and follow_pfn(), by commits.</summary>
public static class FrameVectorHistory
{
    /// <summary>The changes, oldest first.</summary>
    public static SnapshotList<CodeChange> All { get; } =
    [
        new("July 2015", "8025e5ddf9c1", "get_vaddr_frames() and struct frame_vector are posted", Era: KernelEras.A0),
        new("5.8", "55a650c35fea", "frame vectors pin pages and no longer just get them", Era: KernelEras.A),
        new("5.12", "04769cb1c45a", "pin first; follow_pfn() only where nothing could be pinned", Era: KernelEras.B1),
        new("5.12", "eb83b8e3e647", "frame_vector.c moves from mm/ to the media subsystem"),
        new("May 2021", "ac8b8400620a", "unsafe_follow_pfn() and its switch: refused by the mail, dropped nine days later", IsMerged: false, Era: KernelEras.RLax),
        new("5.17", "89ab2d39643e", "the error of the pin is kept", Era: KernelEras.B2),
        new("5.18", "7196040e19ad", "-EEXIST where a slot was counted and never written"),
        new("5.19", "b67fbebd4cf9", "munmap makes processors forget raw frames before the mapping disappears"),
        new("6.1", "6647e76ab623", "the fallback to follow_pfn() is gone", Era: KernelEras.C1),
        new("6.2", "cb78a634f3f7", "no more force, and writing only if the device writes", Era: KernelEras.C2),
        new("6.5", "8ac268436e6d", "no long-term pins for writing into files that track writes", Era: KernelEras.C3),
        new("6.6", "735de5caf79e", "the warning goes: nobody had reported a real user"),
        new("6.7", "2a2fffb488a3", "videobuf1 is removed, the last media user of follow_pfn()"),
        new("6.10", "cb10c28ac82c", "follow_pfn() is removed"),
        new("6.12", "6da8e9634bb7", "follow_pfnmap_start() and _end(): the lock is held while the number is used"),
    ];
}
