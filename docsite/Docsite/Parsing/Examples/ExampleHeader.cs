using Docsite.Pages;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Parsing.Examples;

/// <summary>The comment that an example file starts with: lines <c>// Key: value</c>, a line <c>// ---</c>, and Markdown.</summary>
/// <param name="Yaml">The lines above <c>// ---</c>; empty where there is no such line.</param>
/// <param name="Body">The lines below it, or the whole comment.</param>
/// <param name="CodeStart">The first line that is neither of the comment nor a directive for <c>dotnet run</c>.</param>
/// <param name="Directives">The lines <c>#:project</c>, <c>#:property</c> and the like, and a first line <c>#!</c>.</param>
internal sealed record ExampleHeader(LineRange Yaml, LineRange Body, int CodeStart, IReadOnlyList<int> Directives)
{
    private const string Mark = "//";

    /// <summary>Finds the parts.</summary>
    public static ExampleHeader Find(PageText file)
    {
        var directives = new List<int>();
        var comment = new LineRange(0, 0);
        var line = 0;
        while (line < file.LineCount)
        {
            var text = TextOf(file, line);
            if (IsComment(text) && comment.IsEmpty)
            {
                comment = new LineRange(line, EndOfComment(file, line));
                line = comment.End;
                continue;
            }
            if (IsDirective(text, line)) directives.Add(line);
            else if (text.Length > 0) break;
            line++;
        }
        var rule = Enumerable.Range(comment.Start, comment.Count).Where(at => TextOf(file, at)[Mark.Length..].Trim() == "---").Select(at => (int?)at).FirstOrDefault();
        return rule is { } end
            ? new ExampleHeader(new LineRange(comment.Start, end), new LineRange(end + 1, comment.End), line, directives)
            : new ExampleHeader(new LineRange(comment.Start, comment.Start), comment, line, directives);
    }

    /// <summary>The file with nothing but some lines of the comment, without their marks; everything else is white space, so that every position stays.</summary>
    public static string Only(PageText file, LineRange lines)
    {
        var text = file.Text.Select(c => c is '\r' or '\n' ? c : ' ').ToArray();
        foreach (var span in Enumerable.Range(lines.Start, lines.Count).Select(file.LineSpan))
        {
            var start = span.Start + file.Slice(span).IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
            file.Text.AsSpan(start, span.End - start).CopyTo(text.AsSpan(start));
        }
        return new string(text);
    }

    /// <summary>Where some lines stand, with their line ends.</summary>
    public static TextSpan SpanOf(PageText file, LineRange lines) =>
        TextSpan.FromBounds(file.LineStart(lines.Start), lines.End < file.LineCount ? file.LineStart(lines.End) : file.Text.Length);

    private static bool IsDirective(string text, int line) =>
        text.StartsWith("#:", StringComparison.Ordinal) || (line == 0 && text.StartsWith("#!", StringComparison.Ordinal));

    private static int EndOfComment(PageText file, int line)
    {
        while (line < file.LineCount && IsComment(TextOf(file, line))) line++;
        return line;
    }

    private static bool IsComment(string text) => text.StartsWith(Mark, StringComparison.Ordinal);

    private static string TextOf(PageText file, int line) => file.Slice(file.LineSpan(line)).Trim();
}

/// <summary>Lines from <paramref name="Start"/> to before <paramref name="End"/>, counted from 0.</summary>
internal readonly record struct LineRange(int Start, int End)
{
    public int Count => End - Start;

    public bool IsEmpty => End == Start;
}
