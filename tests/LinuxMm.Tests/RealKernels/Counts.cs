using System.Text.Json;

namespace LinuxMm.Tests.RealKernels;

/// <summary>Compares reference counts, map counts and flags with what a kernel showed.</summary>
internal static class Counts
{
    /// <summary>
    /// A page that was faulted in a moment ago, or that ext4 keeps buffers for, has one or two references more than the model
    /// counts: those of per-CPU lists or of the buffers. Tail pages show raw counters, which are 0.
    /// </summary>
    private const int Passing = 2;

    private const int HugeTlbBit = 17;

    /// <summary>include/uapi/linux/kernel-page-flags.h.</summary>
    private static readonly (PageFlags Flag, int Bit)[] Bits = [(PageFlags.Dirty, 4), (PageFlags.Anon, 12), (PageFlags.AnonExclusive, 34)];

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
            if ((Difference(machine, holder, index, values[1], values[2]) ?? FlagDifference(machine, holder, index, frame)) is { } difference)
            {
                return difference;
            }

            index++;
        }

        return null;
    }

    /// <summary>
    /// The last column are the flags of /proc/kpageflags. A page of hugetlb's pool keeps the dirty flag of whoever had it before; before 5.19
    /// nobody marks exclusive pages, and for other pages that bit means something else.
    /// </summary>
    private static string? FlagDifference(Machine machine, FrameHolder holder, int index, JsonElement frame)
    {
        if (frame.GetArrayLength() < 5 || !machine.Memory.PfnValid(holder.Slot(index).Pfn!.Value))
        {
            return null;
        }

        var page = machine.Memory.PfnToPage(holder.Slot(index).Pfn!.Value);
        var observed = Convert.ToInt64(frame[4].GetString(), 16);
        return page.Head != page || (observed & (1 << HugeTlbBit)) != 0 ? null : Bits
            .Where(bit => bit.Flag != PageFlags.AnonExclusive || (page.Flags.HasFlag(PageFlags.Anon) && machine.Era.UserPages.CowReuse == CowReuseRule.ExclusiveMarker))
            .Where(bit => page.Flags.HasFlag(bit.Flag) != ((observed >> bit.Bit & 1) != 0))
            .Select(bit => $"[{index}] {bit.Flag}: observed {observed >> bit.Bit & 1}").FirstOrDefault();
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
