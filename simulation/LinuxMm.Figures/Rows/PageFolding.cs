using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Decides which pages share a row: neighbours that look alike in every step.</summary>
internal static class PageFolding
{
    public static ImmutableArray<PageRow> Rows(ImmutableArray<DrawingIndex> steps)
    {
        var names = steps.SelectMany(step => step.Drawing.Processes).Select(process => process.Name).Distinct();
        var intervals = names.SelectMany(name => Intervals(steps, name)).ToList();
        return intervals.Sum(row => (long)row.Count) <= FigureRows.ShownOneByOne
            ? [.. intervals.SelectMany(OneByOne)]
            : Merged(steps, intervals);
    }

    /// <summary>Cuts what the process ever maps at every end of a mapping and around every page that is ever present.</summary>
    private static IEnumerable<PageRow> Intervals(ImmutableArray<DrawingIndex> steps, string process)
    {
        var areas = steps.SelectMany(step => step.Drawing.Processes).Where(p => p.Name == process).SelectMany(p => p.Areas).ToList();
        var cuts = new SortedSet<ulong>(areas.SelectMany(area => new[] { area.FirstPage, area.FirstPage + (ulong)area.Pages }));
        cuts.UnionWith(areas.SelectMany(area => area.Entries).SelectMany(entry => new[] { entry.Page, entry.Page + 1 }));
        return cuts.Zip(cuts.Skip(1), (first, end) => new PageRow(process, first, (int)(end - first)))
            .Where(row => steps.Any(step => step.Area(process, row.FirstPage) is not null));
    }

    private static IEnumerable<PageRow> OneByOne(PageRow row) =>
        Enumerable.Range(0, row.Count).Select(i => new PageRow(row.Process, row.FirstPage + (ulong)i, 1));

    private static ImmutableArray<PageRow> Merged(ImmutableArray<DrawingIndex> steps, List<PageRow> intervals)
    {
        var rows = ImmutableArray.CreateBuilder<PageRow>();
        foreach (var next in intervals)
        {
            if (rows.Count > 0 && steps.All(step => AreAlike(step, rows[^1], next)))
            {
                rows[^1] = rows[^1] with { Count = rows[^1].Count + next.Count };
            }
            else
            {
                rows.Add(next);
            }
        }

        return rows.ToImmutable();
    }

    private static bool AreAlike(DrawingIndex step, PageRow row, PageRow next)
    {
        if (row.Process != next.Process || row.FirstPage + (ulong)row.Count != next.FirstPage) return false;
        if (step.Area(row.Process, row.FirstPage) != step.Area(next.Process, next.FirstPage)) return false;
        var first = step.Entry(row.Process, row.FirstPage);
        var second = step.Entry(next.Process, next.FirstPage);
        return first is null || second is null
            ? first == second
            : first.Flags == second.Flags && first.Pfn + (ulong)row.Count == second.Pfn;
    }
}
