using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>One state of a machine as far as it is drawn. All renderers start from here, so that they cannot disagree.</summary>
internal sealed record MemoryDrawing
{
    public ImmutableArray<ProcessDrawing> Processes { get; init; } = [];

    /// <summary>The frames of all steps of the figure, by number: what is not used yet is drawn free.</summary>
    public ImmutableArray<FrameDrawing> Frames { get; init; } = [];

    public ImmutableArray<HolderDrawing> Holders { get; init; } = [];

    public ImmutableArray<DeviceDrawing> Devices { get; init; } = [];

    /// <summary>What the kernel logged so far, line by line.</summary>
    public ImmutableArray<string> Log { get; init; } = [];

    public ImmutableArray<ViolationDrawing> Violations { get; init; } = [];
}

/// <summary>A process and its mappings, by address.</summary>
internal sealed record ProcessDrawing(string Name, ImmutableArray<AreaDrawing> Areas);

/// <summary>A mapping. Pages are counted from address 0 on, in 4 KiB.</summary>
/// <param name="Name">What the scenario calls it.</param>
/// <param name="FirstPage">Its first page.</param>
/// <param name="Pages">How many pages it spans.</param>
/// <param name="Kind">What it is drawn as.</param>
/// <param name="Access">Permissions and flags, such as <c>rw-s PFNMAP</c>.</param>
/// <param name="Entries">The present entries, by page.</param>
internal sealed record AreaDrawing(string Name, ulong FirstPage, int Pages, MemoryKind Kind, string Access, ImmutableArray<EntryDrawing> Entries);

/// <summary>A present page table entry.</summary>
/// <param name="Page">The page that it translates.</param>
/// <param name="Pfn">The frame that it names.</param>
/// <param name="Flags">Letters: <c>R</c> or <c>W</c>, <c>D</c> dirty, <c>S</c> special.</param>
internal sealed record EntryDrawing(ulong Page, ulong Pfn, string Flags);

/// <summary>A page frame.</summary>
/// <param name="Pfn">Its number.</param>
/// <param name="Kind">What it is drawn as.</param>
/// <param name="Owner">Whose it is, in a word; <c>free</c> for nobody's.</param>
/// <param name="RefCount">Its reference count, or nothing without struct page.</param>
/// <param name="PinCount">Its pins, or nothing without struct page.</param>
/// <param name="Contents">Its first bytes as text; empty for zeroes.</param>
internal sealed record FrameDrawing(ulong Pfn, MemoryKind Kind, string Owner, int? RefCount, int? PinCount, string Contents);

/// <summary>Something that names frames outside page tables: a frame vector, an array of pages.</summary>
/// <param name="Name">What the scenario calls it.</param>
/// <param name="Type">Its kind in the kernel's words.</param>
/// <param name="Flags">Its flags in order, if it has any.</param>
/// <param name="Slots">Its slots in order.</param>
internal sealed record HolderDrawing(string Name, string Type, ImmutableArray<FlagDrawing> Flags, ImmutableArray<SlotDrawing> Slots);

/// <summary>A flag of a holder; without a value it was never written.</summary>
internal sealed record FlagDrawing(string Name, bool? Value);

/// <summary>A slot of a holder.</summary>
/// <param name="Content">What it contains.</param>
/// <param name="Pfn">The frame it names, if any.</param>
/// <param name="Tie">What it promises about the frame; nothing for a slot that is not in use.</param>
internal sealed record SlotDrawing(SlotContent Content, ulong? Pfn, Tie? Tie);

/// <summary>A device and where its transfer goes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it is doing, in a word or two.</param>
/// <param name="Targets">The frames it was told, in order.</param>
internal sealed record DeviceDrawing(string Name, string State, ImmutableArray<TargetDrawing> Targets);

/// <summary>One frame of a transfer.</summary>
internal sealed record TargetDrawing(ulong Pfn, Tie Tie, DmaWay Way);

/// <summary>Something that went wrong.</summary>
/// <param name="Sentence">One sentence about it.</param>
/// <param name="Pfn">The frame that suffered, if it is about one.</param>
internal sealed record ViolationDrawing(string Sentence, ulong? Pfn);
