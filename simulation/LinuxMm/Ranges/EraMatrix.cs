using System.Text;

namespace LinuxMm;

/// <summary>Every kind of range in every era: each cell is a run on a fresh machine.</summary>
[ModelOnly("A kernel has one era.")]
public sealed class EraMatrix
{
    private EraMatrix(SnapshotList<KernelEra> eras, SnapshotList<SnapshotList<RangeOutcome>> rows)
    {
        Eras = eras;
        Rows = rows;
    }

    /// <summary>The columns.</summary>
    public SnapshotList<KernelEra> Eras { get; }

    /// <summary>The rows, one a kind of range, each with one cell an era.</summary>
    public SnapshotList<SnapshotList<RangeOutcome>> Rows { get; }

    /// <summary>Runs all cells.</summary>
    /// <param name="eras">The columns; all eras by default.</param>
    /// <param name="ranges">The rows; all kinds of ranges by default.</param>
    public static EraMatrix Run(IEnumerable<KernelEra>? eras = null, IEnumerable<RangeKind>? ranges = null)
    {
        SnapshotList<KernelEra> columns = [.. eras ?? KernelEras.All];
        return new EraMatrix(columns, [.. (ranges ?? RangeKinds.All).Select(range => (SnapshotList<RangeOutcome>)[.. columns.Select(era => OutcomeOf(range, era))])]);
    }

    /// <summary>Whether a cell says something else than the one on its left.</summary>
    /// <param name="row">0 to the number of rows - 1.</param>
    /// <param name="column">0 to the number of columns - 1; nothing is left of the first.</param>
    public bool DiffersFromTheLeft(int row, int column) => column > 0 && $"{Rows[row][column]}" != $"{Rows[row][column - 1]}";

    /// <summary>A table in Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("| range | ").AppendJoin(" | ", Eras).Append(" |\n|---|").Insert(text.Length, "---|", Eras.Count).Append('\n');
        foreach (var row in Rows)
        {
            text.Append("| ").Append(row[0].Range).Append(" | ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }

    private static RangeOutcome OutcomeOf(RangeKind kind, KernelEra era)
    {
        if (!kind.ExistsIn(era))
        {
            return new RangeOutcome(kind, era, "", "", "", "");
        }

        var range = kind.LayOut(era);
        var vector = range.Machine.CreateFrameVector("frames", Math.Max(range.FrameCount, 1));
        var result = range.App.GetVaddrFrames(range.Start, range.FrameCount, vector, range.Write);
        var outcome = new RangeOutcome(kind, era, Frames(range.Machine, vector, result), Mapping(kind, era, Vb2Memops.DmaContig), Mapping(kind, era, Vb2Memops.DmaSg), Mapping(kind, era, Vb2Memops.Vmalloc))
        {
            State = vector.State,
            Frames = result.IsSuccess ? result.Value : 0,
            Wanted = range.FrameCount,
            Error = result.Errno,
            HasGarbage = HasGarbage(vector),
        };
        return outcome with { BecomesBarePages = outcome.State == FrameVectorState.BarePfns && vector.ToPages().IsSuccess };
    }

    private static string Frames(Machine machine, FrameVector vector, KernelResult<int> result)
    {
        if (!result.IsSuccess || result.Value == 0)
        {
            return result.IsSuccess ? "0 (vec untouched)" : $"{result}";
        }

        var hasMoved = machine.Trace.OfType<TraceEvent.PteChanged>().Any(step => step.Reason == "remove_migration_ptes");
        return $"{result} {(vector.IsPfns == true ? "pfns" : "pages")} ref={(vector.GotRef == true ? 1 : 0)}{(HasGarbage(vector) ? " GARBAGE slots!" : "")}{(hasMoved ? " migrated" : "")}";
    }

    private static bool HasGarbage(FrameVector vector) => Enumerable.Range(0, vector.FrameCount).Any(i => vector.Slot(i).Kind == SlotKind.Uninitialised);

    private static string Mapping(RangeKind kind, KernelEra era, Vb2Memops memops)
    {
        var range = kind.LayOut(era);
        var length = (long)Math.Max(range.FrameCount, 1) << VirtualAddress.PageShift;
        var request = new Vb2UserPointer(range.Machine.AddDevice("camera"), range.App, range.Start, length, range.Write ? DmaDirection.FromDevice : DmaDirection.ToDevice);
        try
        {
            var result = memops.GetUserptr(request);
            if (!result.IsSuccess)
            {
                return $"{result}";
            }

            memops.PutUserptr(result.Value);
            return result.Value.Mapping switch
            {
                Vb2Mapping.ScatterList => "sg ok",
                Vb2Mapping.MapResource => "dma_map_resource",
                Vb2Mapping.VmMapRam => "vm_map_ram",
                _ => "ioremap",
            };
        }
        catch (KernelBugException)
        {
            return "undefined";
        }
    }
}
