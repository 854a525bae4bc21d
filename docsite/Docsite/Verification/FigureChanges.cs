using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Docsite.Verification;

/// <summary>Says in words which nodes and lines of a picture changed, step by step, from its text form.</summary>
/// <remarks>A line of the text form names its node or line first; two blanks end the name.</remarks>
internal static partial class FigureChanges
{
    private const string Title = "the title";

    /// <summary>The actual lines; those that differ from a stated one only in how far apart their columns stand are as stated, unless nothing else differs.</summary>
    public static ImmutableArray<string> WithColumnsOf(ImmutableArray<string> stated, ImmutableArray<string> actual)
    {
        var known = stated.GroupBy(Unaligned, StringComparer.Ordinal).ToDictionary(lines => lines.Key, lines => lines.First(), StringComparer.Ordinal);
        ImmutableArray<string> aligned = [.. actual.Select(line => known.GetValueOrDefault(Unaligned(line), line))];
        return aligned.SequenceEqual(stated) ? actual : aligned;
    }

    /// <summary>One note for each step that differs, e.g. <c>step 4: frame 1: ref 2 → ref 1; camera is new</c>.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string> stated, ImmutableArray<string> actual)
    {
        var (before, now) = (Steps(stated), Steps(actual));
        return
        [
            .. Enumerable.Range(1, Math.Max(before.Count, now.Count)).Select(step => (Step: step, Text: (before.GetValueOrDefault(step), now.GetValueOrDefault(step)) switch
            {
                (null, _) => "is new",
                (_, null) => "is gone",
                var (was, has) => Compare(was, has),
            })).Where(one => one.Text.Length > 0).Select(one => $"step {one.Step}{(one.Text.StartsWith("is", StringComparison.Ordinal) ? " " : ": ")}{one.Text}"),
        ];
    }

    private static string Compare(List<(string Name, string Fact)> was, List<(string Name, string Fact)> has) => string.Join("; ", was.Concat(has).Select(row => row.Name).Distinct()
        .Select(name => (Name: name, Was: Facts(was, name), Has: Facts(has, name)))
        .Where(row => row.Was != row.Has)
        .Select(row => row.Was is null ? $"{row.Name} is new" : row.Has is null ? $"{row.Name} is gone" : Difference(row.Name, row.Was, row.Has)));

    // The title is words and not facts; what a line was before follows from the step before.
    private static string Difference(string name, string was, string has)
    {
        var (before, now) = (Cells(was), Cells(has));
        var (gone, come) = (string.Join(", ", before.Except(now)), string.Join(", ", now.Except(before)));
        return name == Title || gone.Length == 0 || come.Length == 0 ? $"{name} differs" : $"{name}: {gone} → {come}";
    }

    private static IEnumerable<string> Cells(string fact) => fact.Split(["  ", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(cell => cell.TrimStart('◆', ' ')).Where(cell => !cell.StartsWith("(was", StringComparison.Ordinal));

    private static string? Facts(List<(string Name, string Fact)> rows, string name) =>
        rows.Any(row => row.Name == name) ? string.Join('\n', rows.Where(row => row.Name == name).Select(row => row.Fact)) : null;

    // Blanks only align a line with its neighbours: one of those may have become longer.
    private static string Unaligned(string line) => Alignment().Replace(line, "  ");

    // The line that opens a step is its title, and what stands before the first step is the picture's.
    private static Dictionary<int, List<(string Name, string Fact)>> Steps(ImmutableArray<string> lines)
    {
        var steps = new Dictionary<int, List<(string Name, string Fact)>>();
        List<(string Name, string Fact)>? rows = null;
        foreach (var line in lines)
        {
            if (StepTitle().Match(line) is { Success: true } title)
            {
                steps[steps.Count + 1] = rows = [(Title, title.Groups["title"].Value)];
            }
            else if (rows is not null && line.Trim(' ', '◆') is { Length: > 0 } text)
            {
                // The mark of a change belongs to what is said, not to the name.
                var end = text.IndexOf("  ", StringComparison.Ordinal);
                rows.Add((end < 0 ? text : text[..end], Unaligned(line)));
            }
        }
        return steps;
    }

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Alignment();

    [GeneratedRegex(@"^\d+\. (?<title>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex StepTitle();
}
