using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Decides which frames share a box: neighbours that look alike, and to which the same lines lead, in every step.</summary>
internal static class FrameFolding
{
    public static ImmutableArray<FrameRow> Rows(ImmutableArray<DrawingIndex> steps)
    {
        var pfns = steps.SelectMany(step => step.Drawing.Frames).Select(frame => frame.Pfn).Distinct().Order().ToList();
        if (pfns.Count <= FigureRows.ShownOneByOne) return [.. pfns.Select(pfn => new FrameRow(pfn, 1))];
        var looks = steps.Select(Looks).ToList();
        var rows = ImmutableArray.CreateBuilder<FrameRow>();
        foreach (var pfn in pfns)
        {
            var last = rows.Count > 0 ? rows[^1] : default;
            if (rows.Count > 0 && last.Pfn + (ulong)last.Count == pfn && looks.TrueForAll(look => look[last.Pfn] == look[pfn]))
            {
                rows[^1] = last with { Count = last.Count + 1 };
            }
            else
            {
                rows.Add(new FrameRow(pfn, 1));
            }
        }

        return rows.ToImmutable();
    }

    private static Dictionary<ulong, Look> Looks(DrawingIndex step)
    {
        var lines = Lines(step.Drawing).ToLookup(line => line.Pfn, line => $"{line.From}\t{line.Tie}");
        var broken = step.Drawing.Violations.Select(violation => violation.Pfn).OfType<ulong>().ToHashSet();
        return step.Drawing.Frames.ToDictionary(
            frame => frame.Pfn,
            frame => new Look(frame with { Pfn = 0 }, string.Join('\n', lines[frame.Pfn]), broken.Contains(frame.Pfn)));
    }

    private static IEnumerable<(ulong Pfn, string From, Tie Tie)> Lines(MemoryDrawing drawing)
    {
        foreach (var process in drawing.Processes)
        {
            foreach (var entry in process.Areas.SelectMany(area => area.Entries)) yield return (entry.Pfn, process.Name, Tie.Mapping);
        }

        foreach (var holder in drawing.Holders)
        {
            foreach (var slot in holder.Slots)
            {
                if (slot is { Pfn: { } pfn, Tie: { } tie }) yield return (pfn, holder.Name, tie);
            }
        }

        foreach (var device in drawing.Devices)
        {
            foreach (var target in device.Targets) yield return (target.Pfn, device.Name, target.Tie);
        }
    }

    private sealed record Look(FrameDrawing Frame, string Lines, bool IsBroken);
}
