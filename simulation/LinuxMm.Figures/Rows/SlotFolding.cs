using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Decides which slots of a holder share a box: neighbours that look alike in every step.</summary>
internal static class SlotFolding
{
    public static ImmutableArray<SlotRow> Rows(ImmutableArray<DrawingIndex> steps)
    {
        var lengths = steps.SelectMany(step => step.Drawing.Holders)
            .GroupBy(holder => holder.Name, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Count: group.Max(holder => holder.Slots.Length)))
            .ToList();
        var slots = lengths.SelectMany(holder => Enumerable.Range(0, holder.Count).Select(i => new SlotRow(holder.Name, i, 1)));
        return lengths.Sum(holder => (long)holder.Count) <= FigureRows.ShownOneByOne ? [.. slots] : Merged(steps, slots);
    }

    private static ImmutableArray<SlotRow> Merged(ImmutableArray<DrawingIndex> steps, IEnumerable<SlotRow> slots)
    {
        var rows = ImmutableArray.CreateBuilder<SlotRow>();
        foreach (var next in slots)
        {
            if (rows.Count > 0 && rows[^1].Holder == next.Holder && steps.All(step => AreAlike(step, rows[^1], next)))
            {
                rows[^1] = rows[^1] with { Count = rows[^1].Count + 1 };
            }
            else
            {
                rows.Add(next);
            }
        }

        return rows.ToImmutable();
    }

    private static bool AreAlike(DrawingIndex step, SlotRow row, SlotRow next)
    {
        var first = step.Slot(row.Holder, row.Index);
        var second = step.Slot(next.Holder, next.Index);
        return first is null || second is null ? first == second : first with { Pfn = first.Pfn + (ulong)row.Count } == second;
    }
}
