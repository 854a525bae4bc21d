using System.Collections.Immutable;
using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>One step of a walk.</summary>
internal sealed record WalkStep(string Title, string Caption, WalkFacts Facts);

/// <summary>A line of the text form.</summary>
internal readonly record struct WalkLine(string Subject, string Fact);

/// <summary>What an entry on the way says.</summary>
internal enum WalkEntry
{
    /// <summary>It names the next table.</summary>
    Table,

    /// <summary>It names the frame.</summary>
    Frame,

    /// <summary>Nothing: the walk stops here.</summary>
    None,

    /// <summary>The walk stopped before.</summary>
    NotReached,
}

/// <summary>One level of a walk.</summary>
/// <param name="Name">Its name in the kernel.</param>
/// <param name="LowestBit">The lowest of its nine bits of the address.</param>
/// <param name="Index">Which of the 512 entries.</param>
/// <param name="Entry">What that entry says.</param>
internal sealed record WalkLevel(string Name, int LowestBit, int Index, WalkEntry Entry)
{
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Name}[{Index}]");
}

/// <summary>A whole walk.</summary>
/// <param name="Address">The address.</param>
/// <param name="Area">The mapping in which it lies, or nothing.</param>
/// <param name="Levels">The levels from the top.</param>
/// <param name="Flags">The flags of the last entry.</param>
/// <param name="Frame">Where it ends, or nothing.</param>
internal sealed record WalkFacts(ulong Address, AreaDrawing? Area, ImmutableArray<WalkLevel> Levels, string Flags, FrameDrawing? Frame)
{
    private const int LeafBit = 12;
    private const ulong Entries = 512;
    private static readonly ImmutableArray<(string Name, int LowestBit)> Names = [("PGD", 39), ("PUD", 30), ("PMD", 21), ("PTE", LeafBit)];

    public ulong Offset => Address & ((1UL << LeafBit) - 1);

    public static WalkFacts Of(MachineSnapshot machine, string process, VirtualAddress address)
    {
        var drawing = SnapshotDrawings.Of([machine])[0];
        var at = machine.Processes.ToList().FindIndex(p => p.Name == process);
        var areas = drawing.Processes[at].Areas;
        var page = address.Value >> LeafBit;
        var entries = areas.SelectMany(area => area.Entries).ToList();
        var leaf = entries.Find(entry => entry.Page == page);
        return new(
            address.Value,
            areas.FirstOrDefault(area => area.FirstPage <= page && page - area.FirstPage < (ulong)area.Pages),
            Walk(address.Value, [.. entries.Select(entry => entry.Page)]),
            leaf?.Flags ?? "",
            leaf is null ? null : drawing.Frames.First(frame => frame.Pfn == leaf.Pfn));
    }

    private static ImmutableArray<WalkLevel> Walk(ulong address, ImmutableArray<ulong> present)
    {
        var levels = ImmutableArray.CreateBuilder<WalkLevel>();
        var isOver = false;
        foreach (var (name, lowestBit) in Names)
        {
            var isThere = present.Any(page => page << LeafBit >> lowestBit == address >> lowestBit);
            var entry = isOver ? WalkEntry.NotReached : !isThere ? WalkEntry.None : lowestBit == LeafBit ? WalkEntry.Frame : WalkEntry.Table;
            levels.Add(new(name, lowestBit, (int)((address >> lowestBit) % Entries), entry));
            isOver |= !isThere;
        }

        return levels.ToImmutable();
    }
}
