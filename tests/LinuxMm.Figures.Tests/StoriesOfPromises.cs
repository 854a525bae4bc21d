using System.Collections.Immutable;

namespace LinuxMm.Figures.Tests;

/// <summary>Stories that use what <see cref="Stories.DmaAfterFree"/> does not: pins, references, reading devices, many pages, hard names.</summary>
internal static class StoriesOfPromises
{
    /// <summary>Every kind of line and every kind of slot.</summary>
    public static ImmutableArray<StoryStep> AllPromises { get; } =
    [
        new("app: mmap()", "", Promises([], [], "idle")),
        new("driver: pin_user_pages()", "Each pin adds 1024.", Promises([new(SlotContent.PagePointer, 7, Tie.Pin), new(SlotContent.PagePointer, 8, Tie.Reference)], [], "idle")),
        new("driver: start", "", Promises(
            [new(SlotContent.PagePointer, 7, Tie.Pin), new(SlotContent.Number, 8, Tie.Reference), new(SlotContent.PagePointer, 9, Tie.Number), new(SlotContent.Number, 7, null), new(SlotContent.Garbage, null, null)],
            [new(7, Tie.DmaRunning, DmaWay.ReadsMemory), new(9, Tie.DmaRunning, DmaWay.Both)],
            "DMA running")),
    ];

    /// <summary>40 equal pages, of which one is special.</summary>
    public static ImmutableArray<StoryStep> ManyPages { get; } =
    [
        new("app: mmap(40 pages)", "", Many(0, false)),
        new("app: touch", "", Many(40, false)),
        new("app: write to page 3", "", Many(40, true)),
    ];

    /// <summary>Names that a scenario should not use and somebody will.</summary>
    public static ImmutableArray<StoryStep> HardNames { get; } =
    [
        new("שלום: mmap()", "<b>&amp;</b>", Named("שלום עולם", "a name that is much too long for any box whatever one does", "🎥📷 camera 🎞️ with film")),
        new("]]> --> </svg>", "\u202E", Named("שלום עולם", "tab\tnew\nline\0zero", "]]></svg>")),
    ];

    private static MemoryDrawing Promises(ImmutableArray<SlotDrawing> slots, ImmutableArray<TargetDrawing> targets, string state) => new()
    {
        Processes = [new("app", [new("buffer", 0x7F0000010, 3, MemoryKind.Anonymous, "rw-p anonymous", [new(0x7F0000010, 7, "W D"), new(0x7F0000011, 8, "R"), new(0x7F0000012, 9, "W")])])],
        Frames =
        [
            Stories.Owned(7, "app", "AAAAAAAA") with { RefCount = slots.Length > 0 ? 1025 : 1, PinCount = slots.Length > 0 ? 1 : 0 },
            Stories.Owned(8, "app", "") with { RefCount = slots.Length > 0 ? 2 : 1 },
            Stories.Owned(9, "app", ""),
            new(10, MemoryKind.Kernel, "driver", 1, 0, ""),
        ],
        Holders = [new("vec", "frame_vector", [new("got_ref", slots.Length > 0 ? true : null), new("is_pfns", slots.Length > 0 ? false : null)], slots)],
        Devices = [new("camera", state, targets)],
    };

    private static MemoryDrawing Many(int touched, bool hasWritten) => new()
    {
        Processes = [new("app", [new("buffer", 0x100, 40, MemoryKind.Anonymous, "rw-p anonymous", [.. Enumerable.Range(0, touched).Select(i => new EntryDrawing(0x100 + (ulong)i, 20 + (ulong)i, hasWritten && i == 3 ? "W D" : "W"))])])],
        Frames = [.. Enumerable.Range(0, 40).Select(i => touched > i ? Stories.Owned(20 + (ulong)i, "app", hasWritten && i == 3 ? "X" : "") : Stories.FreeFrame(20 + (ulong)i, ""))],
        Holders = [new("pages", "pages[]", [], [.. Enumerable.Range(0, touched).Select(i => new SlotDrawing(SlotContent.PagePointer, 20 + (ulong)i, Tie.Reference))])],
    };

    private static MemoryDrawing Named(string process, string area, string device) => new()
    {
        Processes = [new(CleanText.Of(process), [new(CleanText.Of(area), 0x10, 1, MemoryKind.Anonymous, "rw-p anonymous", [new(0x10, 7, "W")])])],
        Frames = [Stories.Owned(7, CleanText.Of(process), CleanText.Of("\u0007<&>"))],
        Holders = [new(CleanText.Of(area), CleanText.Of("дескриптор"), [new("got_ref", true), new("is_pfns", false)], [new(SlotContent.Number, 7, Tie.Number)])],
        Devices = [new(CleanText.Of(device), "DMA running", [new(7, Tie.DmaRunning, DmaWay.WritesMemory)])],
        Violations = [new(CleanText.Of($"{device} wrote to {area}{string.Concat(Enumerable.Repeat("verylongword", 20))} and then it went on, and on, and on, to say what else it did, and to whom, and why, until it stopped."), 7)],
    };
}
