using System.Text;

namespace Docsite.Pages;

/// <summary>Applies edits to a page.</summary>
public static class PageEditor
{
    /// <summary>The bytes of the page with the edits; every byte outside them is as it was, the byte-order mark too.</summary>
    /// <param name="page">The page.</param>
    /// <param name="edits">Edits of this page in any order. Equal ones count once; insertions at one place stand in the order given.</param>
    /// <exception cref="PageEditConflictException">Two edits replace the same text.</exception>
    /// <exception cref="ArgumentException">An edit is of another page.</exception>
    public static byte[] Apply(PageText page, IEnumerable<PageEdit> edits)
    {
        var text = new StringBuilder();
        var end = 0;
        PageEdit? before = null;
        foreach (var edit in InOrder(page, edits))
        {
            if (edit.Location.Span.Start < end) throw new PageEditConflictException(before!, edit);
            text.Append(page.Text, end, edit.Location.Span.Start - end).Append(edit.NewText);
            (end, before) = (edit.Location.Span.End, edit);
        }
        text.Append(page.Text, end, page.Text.Length - end);
        byte[] mark = page.HasByteOrderMark ? [.. Encoding.UTF8.Preamble] : [];
        return [.. mark, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Whether two edits cannot both be made.</summary>
    public static bool Conflict(PageEdit one, PageEdit other)
    {
        if (one == other || one.Location.Page != other.Location.Page) return false;
        var (first, second) = (one.Location.Span, other.Location.Span);
        return first.IsEmpty || second.IsEmpty
            ? first.Start > second.Start && first.Start < second.End || second.Start > first.Start && second.Start < first.End
            : first.OverlapsWith(second);
    }

    private static IEnumerable<PageEdit> InOrder(PageText page, IEnumerable<PageEdit> edits)
    {
        var distinct = edits.Distinct().ToList();
        if (distinct.FirstOrDefault(edit => edit.Location.Page != page) is { } stranger)
        {
            throw new ArgumentException($"The edit is of {stranger.Location.Page.Path}, not of {page.Path}.", nameof(edits));
        }
        // An insertion at the start of a replaced stretch stands before it, and what goes on with a line before what starts a new one.
        return distinct.OrderBy(edit => edit.Location.Span.Start).ThenBy(edit => edit.Location.Span.End).ThenBy(edit => edit.NewText is ['\r' or '\n', ..]);
    }
}
