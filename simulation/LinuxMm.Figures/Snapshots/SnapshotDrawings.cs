using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Turns snapshots of a machine into what is drawn of them.</summary>
internal sealed class SnapshotDrawings
{
    private readonly ImmutableArray<MachineSnapshot> _steps;
    private readonly string _protagonist;
    private readonly ImmutableArray<FrameSnapshot> _frames;
    private readonly ShownNames _names = new();

    private SnapshotDrawings(ImmutableArray<MachineSnapshot> steps)
    {
        _steps = steps;
        _protagonist = steps.SelectMany(step => step.Processes).Where(process => process.VmAreas.Count > 0).Select(process => process.Name).FirstOrDefault("");
        var shown = steps.SelectMany(Mentioned).ToHashSet();
        _frames = [.. steps.SelectMany(step => step.Frames).Where(frame => shown.Contains(frame.Pfn)).DistinctBy(frame => frame.Pfn).OrderBy(frame => frame.Pfn)];
    }

    /// <summary>One drawing a snapshot.</summary>
    public static ImmutableArray<MemoryDrawing> Of(ImmutableArray<MachineSnapshot> steps)
    {
        var drawings = new SnapshotDrawings(steps);
        return [.. drawings._steps.Select(drawings.Drawing)];
    }

    /// <summary>Frames that something leads to or that a driver owns; what nobody in the picture ever names is left out.</summary>
    private static IEnumerable<Pfn> Mentioned(MachineSnapshot step) =>
    [
        .. step.Processes.SelectMany(process => process.VmAreas).SelectMany(vma => vma.Ptes).Select(pte => pte.Pfn),
        .. step.Holders.SelectMany(holder => holder.Slots).Where(slot => slot.Kind != SlotKind.Uninitialised).Select(slot => slot.Pfn).OfType<Pfn>(),
        .. step.Devices.SelectMany(device => device.Targets).Select(target => target.Pfn),
        .. step.Drivers.SelectMany(driver => driver.Frames),
        .. step.Hazards.Select(hazard => hazard.Pfn).OfType<Pfn>(),
    ];

    private MemoryDrawing Drawing(MachineSnapshot step)
    {
        var used = step.Frames.ToDictionary(frame => frame.Pfn);
        var withoutPage = step.Frames.Where(frame => !frame.HasStructPage).Select(frame => frame.Pfn).ToHashSet();
        return new()
        {
            Processes = [.. step.Processes.Select(process => new ProcessDrawing(
                _names.Of(process.Name), [.. process.VmAreas.Select(vma => AreaDrawings.Of(vma, process.Name == _protagonist, withoutPage))]))],
            Frames = [.. _frames.Select(first => Frame(step, used.GetValueOrDefault(first.Pfn) ?? NotYetUsed(first)))],
            Holders = [.. step.Holders.Select(holder => HolderDrawings.Of(holder, _names))],
            Devices = [.. step.Devices.Select(device => DeviceDrawings.Of(device, _names))],
            Log = [.. step.Warnings.Select(CleanText.Of)],
            Violations = [.. step.Hazards.Select(hazard => new ViolationDrawing(CleanText.Of(hazard.Sentence), hazard.Pfn?.Number))],
        };
    }

    /// <summary>The frame exists before anybody uses it.</summary>
    private static FrameSnapshot NotYetUsed(FrameSnapshot first) =>
        new() { Pfn = first.Pfn, HasStructPage = first.HasStructPage, IsFree = first.HasStructPage, Zone = first.Zone, Head = first.Pfn, Owner = first.HasStructPage ? "" : first.Owner };

    private FrameDrawing Frame(MachineSnapshot step, FrameSnapshot frame) => new(
        frame.Pfn.Number,
        Kind(step, frame),
        frame.IsFree ? "free" : frame.Owner.Length > 0 ? _names.Of(frame.Owner) : "no owner",
        frame.HasStructPage ? frame.RefCount : null,
        frame.HasStructPage ? frame.PinCount : null,
        CleanText.Of(frame.Contents));

    private MemoryKind Kind(MachineSnapshot step, FrameSnapshot frame) => frame switch
    {
        { HasStructPage: false } => MemoryKind.NoStructPage,
        { IsFree: true } => MemoryKind.Free,
        _ when frame.Owner == _protagonist || (frame.Owner.Length == 0 && frame.Flags.HasFlag(PageFlags.Anon)) => MemoryKind.Anonymous,
        _ when frame.Flags.HasFlag(PageFlags.Reserved) || frame.Owner.Length == 0 || step.Drivers.Any(driver => driver.Name == frame.Owner) => MemoryKind.Kernel,
        _ => MemoryKind.OtherOwner,
    };
}
