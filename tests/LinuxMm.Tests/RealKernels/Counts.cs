using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

/// <summary>Compares reference and map counts with what a kernel showed.</summary>
internal static class Counts
{
    /// <summary>
    /// A page that was faulted in a moment ago, or that ext4 keeps buffers for, has one or two references more than the model
    /// counts: those of per-CPU lists or of the buffers. Tail pages show raw counters, which are 0.
    /// </summary>
    private const int Passing = 2;

    public static string? Difference(Machine machine, FrameHolder holder, JsonElement frames)
    {
        var index = 0;
        foreach (var frame in frames.EnumerateArray())
        {
            // [0] is an empty entry, null a count that the kernel does not show.
            if (frame.GetArrayLength() == 1 || frame[1].ValueKind == JsonValueKind.Null)
            {
                index++;
                continue;
            }

            var values = frame.EnumerateArray().Take(3).Select(value => value.GetInt32()).ToList();
            if ((Difference(machine, holder, index, values[1], values[2]) ?? DirtyDifference(machine, holder, index, frame)) is { } difference)
            {
                return difference;
            }

            index++;
        }

        return null;
    }

    /// <summary>The last column are the flags of /proc/kpageflags. A page of hugetlb's pool keeps the dirty flag of whoever had it before.</summary>
    private static string? DirtyDifference(Machine machine, FrameHolder holder, int index, JsonElement frame)
    {
        const long Dirty = 1 << 4;
        const long HugeTlb = 1 << 17;
        if (frame.GetArrayLength() < 5 || !machine.Memory.PfnValid(holder.Slot(index).Pfn!.Value))
        {
            return null;
        }

        var page = machine.Memory.PfnToPage(holder.Slot(index).Pfn!.Value);
        var flags = Convert.ToInt64(frame[4].GetString(), 16);
        var observed = (flags & Dirty) != 0;
        return page.Head != page || (flags & HugeTlb) != 0 || page.Flags.HasFlag(PageFlags.Dirty) == observed ? null : $"[{index}] observed {(observed ? "dirty" : "clean")}";
    }

    public static string? Difference(Machine machine, FrameHolder holder, int index, int references, int maps)
    {
        var pfn = holder.Slot(index).Pfn!.Value;
        if (!machine.Memory.PfnValid(pfn))
        {
            return references == -1 ? null : $"[{index}] has no struct page, observed {references} references";
        }

        var page = machine.Memory.PfnToPage(pfn);
        if (page.Head != page)
        {
            return null;
        }

        var isCompound = (page.Flags & PageFlags.Head) != 0;
        var fits = references - page.RefCount is >= 0 and <= Passing && (isCompound || page.MapCount == maps);
        return fits ? null : $"[{index}] ref {page.RefCount} map {page.MapCount}, observed ref {references} map {maps}";
    }
}
