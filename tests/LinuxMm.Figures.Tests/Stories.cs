using System.Collections.Immutable;

namespace LinuxMm.Figures.Tests;

/// <summary>Stories made by hand, so that the renderers are tested without a machine.</summary>
internal static class Stories
{
    public const string DmaAfterFreeTitle = "DMA after free";

    private static readonly FrameDrawing Bar = new(0x900, MemoryKind.NoStructPage, "framebuffer", null, null, "fb");

    /// <summary>Six steps: map, look up, start, unmap, reuse, write.</summary>
    public static ImmutableArray<StoryStep> DmaAfterFree { get; } =
    [
        new("app: mmap(buffer)", "Two pages of ordinary memory and a window of a device.", Start),
        new("driver: get_vaddr_frames()", "The vector gets numbers; no count changes.", Start with { Holders = [Vector(true)] }),
        new("driver: start capture", "The camera is told the numbers.", Start with { Holders = [Vector(true)], Devices = [Camera(Tie.DmaRunning)] }),
        new("app: munmap(buffer)", "The mapping goes away; the vector keeps the number.", Unmapped),
        new("other: mmap() and write", "The allocator hands frame 7 to another process.", Reused),
        new("camera: the frame arrives", "The bytes land in the other process.", Reused with
        {
            Frames = [Owned(7, "other", "IMG") with { Kind = MemoryKind.OtherOwner }, FreeFrame(8, "B"), Bar],
            Devices = [Camera(Tie.DmaDone)],
            Violations = [new("camera wrote into pfn 7, which belonged to app when the device was told, and belongs to other now.", 7)],
        }),
    ];

    public static MemoryDrawing Start => new()
    {
        Processes = [new("app", [Buffer(true), Window])],
        Frames = [Owned(7, "app", "A"), Owned(8, "app", "B"), Bar],
        Devices = [new("camera", "idle", [])],
    };

    private static MemoryDrawing Unmapped => new()
    {
        Processes = [new("app", [Window])],
        Frames = [FreeFrame(7, "A"), FreeFrame(8, "B"), Bar],
        Holders = [Vector(true)],
        Devices = [Camera(Tie.DmaRunning)],
    };

    private static MemoryDrawing Reused => Unmapped with
    {
        Processes = [new("app", [Window]), new("other", [new("heap", 0x10, 1, MemoryKind.OtherOwner, "rw-p anonymous", [new(0x10, 7, "W")])])],
        Frames = [Owned(7, "other", "") with { Kind = MemoryKind.OtherOwner }, FreeFrame(8, "B"), Bar],
    };

    private static AreaDrawing Window => new("framebuffer", 0x20, 1, MemoryKind.NoStructPage, "rw-s IO PFNMAP", [new(0x20, 0x900, "W S")]);

    public static FrameDrawing Owned(ulong pfn, string owner, string contents) => new(pfn, MemoryKind.Anonymous, owner, 1, 0, contents);

    public static FrameDrawing FreeFrame(ulong pfn, string contents) => new(pfn, MemoryKind.Free, "free", 0, 0, contents);

    private static AreaDrawing Buffer(bool isPresent) =>
        new("buffer", 0x10, 2, MemoryKind.Anonymous, "rw-p anonymous", isPresent ? [new(0x10, 7, "W"), new(0x11, 8, "W")] : []);

    private static HolderDrawing Vector(bool isPfns) => new(
        "vec",
        "frame_vector",
        [new("got_ref", !isPfns), new("is_pfns", isPfns)],
        [new(SlotContent.Number, 7, Tie.Number), new(SlotContent.Number, 8, Tie.Number)]);

    private static DeviceDrawing Camera(Tie tie) =>
        new("camera", tie == Tie.DmaRunning ? "DMA running" : "DMA done", [new(7, tie, DmaWay.WritesMemory), new(8, tie, DmaWay.WritesMemory)]);
}
