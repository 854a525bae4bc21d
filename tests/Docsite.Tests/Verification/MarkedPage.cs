using System.Text;

namespace Docsite.Tests.Verification;

/// <summary>A page whose findings are written into it: each stands between « and », its id beside the piece that holds it.</summary>
internal sealed class MarkedPage
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End)> _spans = [];
    private readonly List<string> _ids = [];

    /// <summary>The page, with everything that stands on it.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(_text.ToString());

    /// <summary>The findings that are due, one a line: id, where, and what stands there.</summary>
    public IEnumerable<string> Expected => _ids.Zip(_spans, (id, span) => Line(id, span.Start - MarkLength, span.End - MarkLength, _text.ToString(span.Start, span.End - span.Start)))
        .OrderBy(line => int.Parse(line.Split(' ', '-')[1], System.Globalization.CultureInfo.InvariantCulture));

    private int MarkLength => _text.Length > 0 && _text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>Appends a piece; its lines are split at <c>|</c>.</summary>
    /// <param name="ids">The ids of its marks in order, separated by blanks.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="place">Where they stand.</param>
    public void Add(string ids, string lines, Place place)
    {
        _ids.AddRange(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var first = true;
        foreach (var line in lines.Split('|'))
        {
            Append((first ? place.First : line.Length == 0 ? place.Later.TrimEnd() : place.Later) + line + place.LineEnd);
            first = false;
        }
        // A comment between two lists keeps them apart, and the blocks of two quotes too.
        Append(place.LineEnd + "<!-- next -->" + place.LineEnd + place.LineEnd);
    }

    /// <summary>Appends a text with its marks.</summary>
    public void Append(string marked)
    {
        foreach (var c in marked)
        {
            if (c == '«') _spans.Add((_text.Length, -1));
            else if (c == '»') _spans[^1] = (_spans[^1].Start, _text.Length);
            else _text.Append(c);
        }
    }

    /// <summary>What was found, in the form of <see cref="Expected"/>.</summary>
    public static IEnumerable<string> Found(PageCase result) => result.Findings
        .OrderBy(finding => finding.Location.Span.Start)
        .Select(finding => Line(finding.Id, finding.Location.Span.Start, finding.Location.Span.End, finding.Location.Text));

    private static string Line(string id, int start, int end, string text) => $"{id} {start}-{end} {text}";

    /// <summary>A place that a block can stand at.</summary>
    /// <param name="First">What stands before its first line.</param>
    /// <param name="Later">What stands before its others.</param>
    /// <param name="Above">What stands above the first block.</param>
    /// <param name="LineEnd">What ends each line.</param>
    public sealed record Place(string First = "", string Later = "", string Above = "", string LineEnd = "\n");
}
