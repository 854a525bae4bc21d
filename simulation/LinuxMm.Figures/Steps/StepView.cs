using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>One step, ready to be drawn: every part with its place and its difference to the step before.</summary>
internal sealed record StepView
{
    /// <summary>What a step says in which nothing is drawn.</summary>
    public const string Nothing = "nothing is mapped yet";

    /// <summary>From 1 on.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Caption { get; init; }

    public required ImmutableArray<Marked<AreaView>> Areas { get; init; }

    public required ImmutableArray<Marked<EntryView>> Entries { get; init; }

    public required ImmutableArray<Marked<FrameView>> Frames { get; init; }

    public required ImmutableArray<Marked<HolderView>> Holders { get; init; }

    public required ImmutableArray<Marked<SlotView>> Slots { get; init; }

    public required ImmutableArray<Marked<DeviceView>> Devices { get; init; }

    public required ImmutableArray<LineView> Lines { get; init; }

    /// <summary>Those of <see cref="Lines"/> that the step before did not have; none in the first step.</summary>
    public required ImmutableHashSet<LineView> NewLines { get; init; }

    public bool IsEmpty => Areas.IsEmpty && Frames.IsEmpty && Holders.IsEmpty && Devices.IsEmpty;

    /// <summary>What is logged so far; nothing that a former step alone said.</summary>
    public required ImmutableArray<Marked<string>> Log { get; init; }

    public required ImmutableArray<Marked<ViolationDrawing>> Violations { get; init; }
}

/// <summary>A mapping.</summary>
internal sealed record AreaView(string Process, string Name, ulong FirstPage, int Pages, MemoryKind Kind, string Access)
{
    public bool Covers(PageRow row) => Process == row.Process && FirstPage <= row.FirstPage && row.FirstPage - FirstPage < (ulong)Pages;
}

/// <summary>A row of the page table; without a frame, nothing is present there.</summary>
internal sealed record EntryView(PageRow Row, ulong? Pfn, string Flags);

/// <summary>A frame, or a run of equal ones.</summary>
internal sealed record FrameView(FrameRow Row, MemoryKind Kind, string Owner, int? RefCount, int? PinCount, string Contents);

/// <summary>The head of a holder.</summary>
internal sealed record HolderView(string Name, string Type, ImmutableArray<FlagDrawing> Flags)
{
    public bool Equals(HolderView? other) =>
        other is not null && Name == other.Name && Type == other.Type && Flags.AsSpan().SequenceEqual(other.Flags.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Name, Type, Flags.Length);
}

/// <summary>A slot of a holder, or a run of equal ones.</summary>
internal sealed record SlotView(SlotRow Row, SlotContent Content, ulong? Pfn, Tie? Tie);

/// <summary>A device.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Targets">The frames of its transfer as text; empty for none.</param>
/// <param name="Tie">Whether the transfer runs or is over; nothing without a transfer.</param>
/// <param name="Way">Which way the bytes go.</param>
internal sealed record DeviceView(string Name, string State, string Targets, Tie? Tie, DmaWay Way);

/// <summary>A line that leads to a frame.</summary>
internal sealed record LineView(LineStart From, FrameRow To, Tie Tie, DmaWay Way);

/// <summary>Where a line begins.</summary>
internal abstract record LineStart
{
    private LineStart()
    {
    }

    /// <summary>At a row of the page table.</summary>
    public sealed record Entry(PageRow Row) : LineStart;

    /// <summary>At a slot of a holder.</summary>
    public sealed record Slot(SlotRow Row) : LineStart;

    /// <summary>At a device.</summary>
    public sealed record Device(string Name) : LineStart;
}
