using System.Collections.Immutable;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Docsite.Verification;

/// <summary>A small unified diff for the lines below a finding.</summary>
internal static class DiffNotes
{
    private const int Context = 1;
    private const int MostLines = 24;

    /// <summary>The lines that differ; those that wildcards stand for do not.</summary>
    public static ImmutableArray<string> Of(StatedLines stated, ImmutableArray<string> actual)
    {
        var (before, actualBefore, after) = stated.Unchanged(actual);
        var (first, end) = (Math.Max(0, before - Context), stated.Lines.Length - Math.Max(0, after - Context));
        ImmutableArray<string> compared =
        [
            .. stated.Lines[first..before],
            .. actual[actualBefore..^after],
            .. stated.Lines[^after..end],
        ];
        return Of(stated.Lines[first..end], compared);
    }

    /// <summary>Stated lines behind <c>-</c>, actual ones behind <c>+</c>, one equal line around them.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> stated, ImmutableArray<string> actual)
    {
        // To the builder no line and an empty one are the same.
        var lines = stated.IsEmpty || actual.IsEmpty
            ? [.. stated.Select(line => new DiffPiece(line, ChangeType.Deleted)), .. actual.Select(line => new DiffPiece(line, ChangeType.Inserted))]
            : InlineDiffBuilder.Diff(string.Join('\n', stated), string.Join('\n', actual), ignoreWhiteSpace: false).Lines;
        var notes = new List<string>();
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsNearChange(lines, i)) continue;
            if (last >= 0 && i > last + 1) notes.Add("  ...");
            notes.Add(Mark(lines[i].Type) + Visible(lines[i].Text, lines[i].Type));
            last = i;
        }
        return notes.Count <= MostLines ? [.. notes] : [.. notes[..MostLines], $"  ... and {notes.Count - MostLines} lines more"];
    }

    private static bool IsNearChange(List<DiffPiece> lines, int index)
    {
        for (var i = Math.Max(0, index - Context); i <= Math.Min(lines.Count - 1, index + Context); i++)
        {
            if (lines[i].Type != ChangeType.Unchanged) return true;
        }
        return false;
    }

    private static string Mark(ChangeType type) => type switch
    {
        ChangeType.Deleted => "- ",
        ChangeType.Inserted => "+ ",
        _ => "  ",
    };

    /// <summary>White space at the end of a changed line, which no eye sees, becomes dots.</summary>
    private static string Visible(string text, ChangeType type)
    {
        var end = text.TrimEnd();
        return type == ChangeType.Unchanged || end.Length == text.Length ? text : end + new string('·', text.Length - end.Length);
    }
}
