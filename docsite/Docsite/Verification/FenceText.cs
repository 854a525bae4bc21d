using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Verification;

/// <summary>Writes fences in the page's own line ends and at its indentation.</summary>
internal static class FenceText
{
    private const int ShortestFence = 3;

    /// <summary>A whole fence, longer than any run of its character inside, without a line end behind it.</summary>
    public static string Whole(string info, ImmutableArray<string> lines, string prefix, string lineEnd)
    {
        var fence = new string('`', Math.Max(ShortestFence, LongestRun(lines, '`') + 1));
        return $"{prefix}{fence}{info}{lineEnd}{Body(lines, prefix, lineEnd)}{prefix}{fence}";
    }

    /// <summary>A whole comment that states something behind a program.</summary>
    public static string Comment(string info, ImmutableArray<string> lines, string lineEnd) =>
        $"/* {info}{lineEnd}{Body(lines, "", lineEnd)}*/";

    /// <summary>Whether lines can stand in a comment.</summary>
    public static bool FitsComment(IEnumerable<string> lines) => !lines.Any(line => line.Contains("*/", StringComparison.Ordinal));

    /// <summary>The edits that give a fence other lines; lines that stay right are not touched, nor their wildcards.</summary>
    public static IEnumerable<PageEdit> Replaced(ExpectationFence fence, StatedLines stated, ImmutableArray<string> actual) =>
        Replaced(Fence.Locate(fence.Text.Page, fence.Syntax), stated, actual);

    /// <summary>The edits that give a fence other lines; lines that stay right are not touched, nor their wildcards.</summary>
    public static IEnumerable<PageEdit> Replaced(Fence fence, StatedLines stated, ImmutableArray<string> actual)
    {
        var page = fence.Body.Page;
        var (before, actualBefore, after) = stated.Unchanged(actual);
        var changed = actual[actualBefore..(actual.Length - after)];
        if (changed.Length == stated.Lines.Length - before - after) changed = [.. changed.Select((line, i) => stated.Mended(stated.Lines[before + i], line))];
        var firstLine = page.PositionOf(fence.OpeningLine.Start).Line + 1;
        var span = TextSpan.FromBounds(page.LineStart(firstLine + before), page.LineStart(firstLine + fence.Body.Lines.Length - after));
        var lineEnd = page.LineEndAt(fence.OpeningLine.Start);
        yield return new PageEdit(new PageLocation(page, span), Body(changed, fence.LinePrefix, lineEnd));
        foreach (var edit in Longer(fence, LongestRun(changed, fence.Syntax.FencedChar))) yield return edit;
    }

    /// <summary>The edit that leaves a fence without lines.</summary>
    public static PageEdit Emptied(ExpectationFence fence) => new(fence.Body, "");

    private static IEnumerable<PageEdit> Longer(Fence fence, int longestRun)
    {
        var closing = fence.Syntax.ClosingFencedCharCount;
        var opening = fence.Syntax.OpeningFencedCharCount;
        if (longestRun < opening) yield break;
        yield return Inserted(fence.OpeningLine.Start, longestRun + 1 - opening);
        if (longestRun >= closing) yield return Inserted(fence.Syntax.Span.End + 1 - closing, longestRun + 1 - closing);

        PageEdit Inserted(int offset, int count) => new(new PageLocation(fence.Body.Page, new TextSpan(offset, 0)), new string(fence.Syntax.FencedChar, count));
    }

    /// <summary>Each line with the prefix before it; an empty line does not get the white space at the prefix's end.</summary>
    private static string Body(ImmutableArray<string> lines, string prefix, string lineEnd) =>
        string.Concat(lines.Select(line => (line.Length == 0 ? prefix.TrimEnd() : prefix + line) + lineEnd));

    private static int LongestRun(ImmutableArray<string> lines, char character)
    {
        var (longest, current) = (0, 0);
        foreach (var c in lines.SelectMany(line => line.Append('\n')))
        {
            current = c == character ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }
        return longest;
    }
}
