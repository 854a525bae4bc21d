using System.Collections.Immutable;
using Docsite.Discovery;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>
/// How wide the columns of a long table are, told ahead: a browser that has to read all rows to know it moves those that it has
/// already shown. Shared out as a browser would: the longest word each, and of the rest what the longest text asks for.
/// </summary>
internal static class ColumnWidths
{
    private const int Step = 5;
    private const int MostRowsAtOnce = 12;

    /// <summary>In percent, multiples of five; nothing for a table that is short, or not the same in every row.</summary>
    internal static ImmutableArray<int> Of(IReadOnlyList<TableRow> rows)
    {
        const int Line = 110;
        if (rows.Count <= MostRowsAtOnce || rows.Any(row => row.Count != rows[0].Count || row.OfType<TableCell>().Any(cell => cell.ColumnSpan > 1))) return [];
        var columns = Enumerable.Range(0, rows[0].Count).Select(at => rows.Select(row => TextOf((TableCell)row[at])).ToList()).ToList();
        var least = columns.Select(column => column.SelectMany(text => text.Split(' ')).Max(word => word.Length) + 2).ToList();
        var most = columns.Select(column => column.Max(text => text.Length) + 2).ToList();
        var wanted = Math.Max(1, most.Sum() - least.Sum());
        var spare = Math.Clamp(Line - least.Sum(), 0, wanted);
        return Rounded([.. least.Zip(most, (low, high) => low + (double)(high - low) * spare / wanted)]);
    }

    /// <summary>What is read in a cell.</summary>
    internal static string TextOf(TableCell cell) =>
        string.Join(' ', cell.OfType<LeafBlock>().Select(block => block.Inline is { } words ? Headings.ReadingOf(words) : "")).Trim();

    // The steps that are left over go where most was cut off.
    private static ImmutableArray<int> Rounded(IReadOnlyList<double> widths)
    {
        var exact = widths.Select(width => width * (100 / Step) / widths.Sum()).ToList();
        var steps = exact.Select(width => Math.Max(1, (int)width)).ToList();
        foreach (var (_, at) in exact.Select((width, at) => (width - steps[at], at)).OrderByDescending(one => one.Item1).Take(Math.Max(0, (100 / Step) - steps.Sum()))) steps[at]++;
        return [.. steps.Select(step => step * Step)];
    }
}
