using System.Collections.Immutable;

namespace Docsite.Verification;

/// <summary>Lines that a page states: a line <c>...</c> stands for any lines, <c>[..]</c> for anything within a line.</summary>
/// <param name="lines">The stated lines.</param>
/// <param name="hasWildcards">Whether those two have their meaning; in a picture they are text.</param>
internal sealed class StatedLines(ImmutableArray<string> lines, bool hasWildcards = true)
{
    /// <summary>The line that stands for any lines.</summary>
    public const string AnyLines = "...";
    private const string Anything = "[..]";

    /// <summary>Whether a line, written down, would stand for others than itself.</summary>
    public static bool IsWildcard(string line) => line == AnyLines || line.Contains(Anything, StringComparison.Ordinal);

    /// <summary>The stated lines.</summary>
    public ImmutableArray<string> Lines => lines;

    /// <summary>Whether the lines are as stated.</summary>
    public bool Matches(ImmutableArray<string> actual)
    {
        var reached = Walk(actual);
        return reached.Count == lines.Length + 1 && reached[^1].Contains(actual.Length);
    }

    /// <summary>The first stated line that is not met, and the actual line that stands in its place; an index behind the last where there is none.</summary>
    public (int Stated, int Actual) FirstDifference(ImmutableArray<string> actual)
    {
        var reached = Walk(actual);
        return (reached.Count - 1, reached[^1].Min);
    }

    /// <summary>How many lines at the start and at the end can stay when the rest is replaced by the actual lines.</summary>
    public (int Before, int ActualBefore, int After) Unchanged(ImmutableArray<string> actual)
    {
        if (Matches(actual)) return (lines.Length, actual.Length, 0);
        var (before, actualBefore) = FirstDifference(actual);
        var after = 0;
        while (after < lines.Length - before && after < actual.Length - actualBefore && IsLine(lines[^(after + 1)], actual[^(after + 1)])) after++;
        return (before, actualBefore, after);
    }

    /// <summary>Where in a stated line the first difference lies: its column, and the length that differs.</summary>
    public (int Column, int Length) Difference(string stated, string actual)
    {
        var (column, position) = (0, 0);
        var parts = Parts(stated);
        for (var i = 0; i < parts.Length; i++)
        {
            var (start, at) = i == 0 ? (CommonStart(parts[0], actual), 0) : BestStart(parts[i], actual, position);
            var rest = parts[i][start..];
            var isLast = i == parts.Length - 1;
            var isMet = rest.Length == 0 && (!isLast || at + start == actual.Length);
            if (!isMet && isLast && i > 0 && actual[position..].EndsWith(parts[i], StringComparison.Ordinal)) break;
            if (!isMet) return (column + start, rest.Length - (isLast ? CommonStart(Reverse(rest), Reverse(actual[(at + start)..])) : 0));
            position = at + start;
            column += parts[i].Length + Anything.Length;
        }
        return (stated.Length, 0);
    }

    /// <summary>The line that should be stated: as it is up to its difference, wildcards too, then as the actual one; the actual one where that does not fit.</summary>
    public string Mended(string stated, string actual)
    {
        var parts = Parts(stated);
        if (parts.Length == 1) return actual;
        var (start, at) = BestStart(parts[^1], actual, 0);
        var mended = string.Join(Anything, parts[..^1]) + Anything + parts[^1][..start] + actual[(at + start)..];
        return start > 0 && IsLine(mended, actual) ? mended : actual;
    }

    /// <summary>Where in the actual line the longest start of a part stands.</summary>
    private static (int Length, int At) BestStart(string part, string actual, int from)
    {
        var (longest, at) = (0, from);
        for (var i = from; i < actual.Length; i++)
        {
            if (CommonStart(part, actual[i..]) is var length && length > longest) (longest, at) = (length, i);
        }
        return (longest, at);
    }

    private string[] Parts(string stated) => hasWildcards ? stated.Split(Anything) : [stated];

    /// <summary>For each number of stated lines, the numbers of actual lines that they can stand for; it ends where there is none.</summary>
    private List<SortedSet<int>> Walk(ImmutableArray<string> actual)
    {
        var reached = new List<SortedSet<int>> { new() { 0 } };
        foreach (var line in lines)
        {
            var next = new SortedSet<int>();
            if (hasWildcards && line == AnyLines)
            {
                for (var i = reached[^1].Min; i <= actual.Length; i++) next.Add(i);
            }
            else
            {
                foreach (var i in reached[^1].Where(i => i < actual.Length && IsLine(line, actual[i]))) next.Add(i + 1);
            }
            if (next.Count == 0) break;
            reached.Add(next);
        }
        return reached;
    }

    private bool IsLine(string stated, string actual)
    {
        if (!hasWildcards || !stated.Contains(Anything, StringComparison.Ordinal)) return stated == actual && !(hasWildcards && stated == AnyLines);
        var parts = stated.Split(Anything);
        if (!actual.StartsWith(parts[0], StringComparison.Ordinal) || actual.Length < parts[0].Length + parts[^1].Length) return false;
        var position = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var at = actual.IndexOf(part, position, StringComparison.Ordinal);
            if (at < 0) return false;
            position = at + part.Length;
        }
        return actual.Length - parts[^1].Length >= position && actual.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static int CommonStart(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[length] == other[length]) length++;
        // Half a character is none.
        return length > 0 && char.IsHighSurrogate(one[length - 1]) ? length - 1 : length;
    }

    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
