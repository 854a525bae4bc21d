using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Pages;

/// <summary>The exact text of one source file of the site, and the way from an offset to a line and column.</summary>
/// <remarks>Lines end where editors end them: at <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>, nowhere else.</remarks>
public sealed class PageText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>Wraps a text.</summary>
    /// <param name="path">Path from the site's root, with <c>/</c> between folders.</param>
    /// <param name="text">The text without a byte-order mark.</param>
    /// <param name="hasByteOrderMark">Whether the file starts with one; it is kept when the file is written.</param>
    public PageText(string path, string text, bool hasByteOrderMark = false)
    {
        Path = path;
        Text = text;
        HasByteOrderMark = hasByteOrderMark;
        _lineStarts = StartsOfLines(text);
    }

    /// <summary>Path from the site's root, with <c>/</c> between folders.</summary>
    public string Path { get; }

    /// <summary>The text without a byte-order mark.</summary>
    public string Text { get; }

    /// <summary>Whether the file starts with a byte-order mark.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>How many lines the text has; a text that ends with a line end has an empty last line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Reads UTF-8 bytes.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static PageText FromBytes(string path, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        return new PageText(path, strict.GetString(hasMark ? bytes[Encoding.UTF8.Preamble.Length..] : bytes), hasMark);
    }

    /// <summary>Zero-based line and column (in UTF-16 units) of an offset.</summary>
    public LinePosition PositionOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return new LinePosition(line, offset - _lineStarts[line]);
    }

    /// <summary>The span of a line without its line end.</summary>
    /// <param name="line">Zero-based.</param>
    public TextSpan LineSpan(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r') end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Where a line starts.</summary>
    /// <param name="line">Zero-based.</param>
    public int LineStart(int line) => _lineStarts[line];

    /// <summary>What ends the line that an offset lies in; for a last line without an end, what ends the line before; <c>\n</c> where nothing does.</summary>
    public string LineEndAt(int offset)
    {
        for (var line = PositionOf(offset).Line; line >= 0; line--)
        {
            var end = LineSpan(line).End;
            if (end < Text.Length) return Text.AsSpan(end).StartsWith("\r\n") ? "\r\n" : Text[end].ToString();
        }
        return "\n";
    }

    /// <summary>The text that a span covers.</summary>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static ImmutableArray<int> StartsOfLines(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }
        return starts.ToImmutable();
    }
}
