using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Finds the parts of one drawing by what names them.</summary>
internal sealed class DrawingIndex
{
    private readonly Dictionary<string, ImmutableArray<AreaDrawing>> _areas;
    private readonly Dictionary<(string Process, ulong Page), EntryDrawing> _entries;
    private readonly Dictionary<ulong, FrameDrawing> _frames;
    private readonly Dictionary<string, HolderDrawing> _holders;

    public DrawingIndex(MemoryDrawing drawing)
    {
        Drawing = drawing;
        _areas = drawing.Processes.ToDictionary(process => process.Name, process => process.Areas, StringComparer.Ordinal);
        _entries = drawing.Processes
            .SelectMany(process => process.Areas.SelectMany(area => area.Entries).Select(entry => (process.Name, entry)))
            .ToDictionary(pair => (pair.Name, pair.entry.Page), pair => pair.entry);
        _frames = drawing.Frames.ToDictionary(frame => frame.Pfn);
        _holders = drawing.Holders.ToDictionary(holder => holder.Name, StringComparer.Ordinal);
    }

    public MemoryDrawing Drawing { get; }

    public AreaDrawing? Area(string process, ulong page) =>
        _areas.GetValueOrDefault(process, []).FirstOrDefault(area => area.FirstPage <= page && page - area.FirstPage < (ulong)area.Pages);

    public EntryDrawing? Entry(string process, ulong page) => _entries.GetValueOrDefault((process, page));

    public FrameDrawing Frame(ulong pfn) => _frames[pfn];

    public HolderDrawing? Holder(string name) => _holders.GetValueOrDefault(name);

    public SlotDrawing? Slot(string holder, int index) =>
        _holders.GetValueOrDefault(holder) is { } found && index < found.Slots.Length ? found.Slots[index] : null;
}
