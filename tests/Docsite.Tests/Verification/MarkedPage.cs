using System.Text;
using Docsite.Diagnostics;

namespace Docsite.Tests.Verification;

/// <summary>A page whose findings are written into it: each stands between « and », its id beside the piece that holds it.</summary>
internal sealed class MarkedPage(string path = "content/page.md")
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _spans = [];
    private readonly List<string> _ids = [];
    private int _pieces;
    private int _lines;

    /// <summary>Whether each of the three line ends follows the one before.</summary>
    public bool HasMixedLineEnds { get; init; }

    /// <summary>The page, with everything that stands on it.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(_text.ToString());

    private int MarkLength => _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The findings that are due, in order: path, id, where, and what stands there.</summary>
    public IEnumerable<string> Expected() => _ids.Zip(_spans).OrderBy(due => due.Second.Start).ThenBy(due => due.First, StringComparer.Ordinal)
        .Select(due => Line(path, due.First, due.Second.Start - MarkLength, due.Second.End - MarkLength, _text.ToString(due.Second.Start, due.Second.End - due.Second.Start)));

    /// <summary>Appends a piece; its lines are split at <c>|</c>.</summary>
    /// <param name="ids">The ids of its marks in order, separated by blanks.</param>
    /// <param name="lines">The lines, the first of them a fence's.</param>
    /// <param name="place">Where they stand.</param>
    public void Add(string ids, string lines, Place place)
    {
        _ids.AddRange(Split(ids));
        var first = place.First.Replace("{n}", $"{_pieces++}", StringComparison.Ordinal).ReplaceLineEndings(place.LineEnd);
        var hidden = lines.IndexOf('|', StringComparison.Ordinal) + 1;
        var isFirst = true;
        foreach (var line in lines.Insert(hidden, place.Hidden.Replace("»", "\\u00bb", StringComparison.Ordinal)).Split('|'))
        {
            Append((isFirst ? first : line.Length == 0 ? place.Later.TrimEnd() : place.Later) + line + place.LineEnd);
            isFirst = false;
        }
        // A comment between two lists keeps them apart, and the blocks of two quotes too.
        Append(place.Below.ReplaceLineEndings(place.LineEnd) + place.LineEnd + "<!-- next -->" + place.LineEnd + place.LineEnd);
    }

    /// <summary>Takes everything below the last line's own end away, and that end.</summary>
    public void EndOnLastLine() => _text.Length = _text.ToString().LastIndexOf("\n\n<!-- next -->", StringComparison.Ordinal);

    /// <summary>Appends a text with its marks.</summary>
    public void Append(string marked)
    {
        foreach (var c in marked)
        {
            if (c == '«') _spans.Add((_text.Length, -1));
            else if (c == '»') _spans[^1] = (_spans[^1].Start, _text.Length);
            else if (c == '\n' && HasMixedLineEnds) _text.Append((_lines++ % 3) switch { 0 => "\r\n", 1 => "\n", _ => "\r" });
            else _text.Append(c);
        }
    }

    /// <summary>Gives ids to the marks of several files, so many to each, in this order.</summary>
    public static void Share(string ids, params ReadOnlySpan<(MarkedPage File, int Count)> files)
    {
        var rest = new Queue<string>(Split(ids));
        foreach (var (file, count) in files)
        {
            for (var i = 0; i < count; i++) file._ids.Add(rest.Dequeue());
        }
    }

    /// <summary>What was found, in the form of <see cref="Expected"/>.</summary>
    public static IEnumerable<string> Found(PageCase result) => result.Findings
        .OrderBy(finding => finding.Location.Page.Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.Span.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)
        .Select(Line);

    /// <summary>A finding in that form.</summary>
    public static string Line(Diagnostic finding) => Line(finding.Location.Page.Path, finding.Id, finding.Location.Span.Start, finding.Location.Span.End, finding.Location.Text);

    private static string[] Split(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Line(string path, string id, int start, int end, string text) => $"{path} {id} {start}-{end} {text}";

    /// <summary>A place that a block can stand at.</summary>
    /// <param name="First">What stands before its first line; <c>{n}</c> is another number for each block.</param>
    /// <param name="Later">What stands before its others.</param>
    /// <param name="Above">What stands above the first block.</param>
    /// <param name="LineEnd">What ends each line.</param>
    public sealed record Place(string First = "", string Later = "", string Above = "", string LineEnd = "\n")
    {
        /// <summary>What stands below each block.</summary>
        public string Below { get; init; } = "";

        /// <summary>Lines above a block's own, a <c>|</c> behind each.</summary>
        public string Hidden { get; init; } = "";
    }
}
