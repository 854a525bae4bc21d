using System.Text;
using Docsite.Pages;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Rendering;

/// <summary>Notes, while Markdown is rendered, what comes from where.</summary>
internal sealed class SourceMapWriter
{
    private readonly PageText _page;
    private readonly StringBuilder _html;
    private readonly Stack<int> _starts = [];
    private readonly List<SourceMapEntry> _entries = [];
    private bool _isForeign;

    public SourceMapWriter(PageText page, HtmlRenderer renderer, StringBuilder html)
    {
        _page = page;
        _html = html;
        renderer.ObjectWriteBefore += (_, _) => _starts.Push(_html.Length);
        renderer.ObjectWriteAfter += (_, markdown) => Add(_starts.Pop(), markdown);
    }

    public SourceMap ToSourceMap() => new([.. _entries]);

    /// <summary>Replaces what was written since an offset by markup around it, and moves what was noted along.</summary>
    /// <param name="start">Where the content starts.</param>
    /// <param name="wrap">Makes the markup; it holds the content as it is.</param>
    public void Wrap(int start, Func<string, string> wrap)
    {
        var content = _html.ToString(start, _html.Length - start);
        var wrapped = wrap(content);
        var shift = wrapped.IndexOf(content, StringComparison.Ordinal);
        _html.Length = start;
        _html.Append(wrapped).Append('\n');
        for (var i = _entries.Count - 1; i >= 0 && _entries[i].Start >= start; i--)
        {
            _entries[i] = _entries[i] with { Start = _entries[i].Start + shift };
        }
    }

    /// <summary>Writes HTML that stands in the page, with those of its addresses resolved that only Docsite understands.</summary>
    /// <param name="renderer">Writes it.</param>
    /// <param name="html">The HTML as it is written.</param>
    /// <param name="offset">Where it stands in the page.</param>
    /// <param name="links">Resolves the addresses.</param>
    public void WriteHtml(HtmlRenderer renderer, string html, int offset, LinkResolver links)
    {
        // What goes over several lines of a quotation stands there with their marks.
        var isThere = offset >= 0 && offset + html.Length <= _page.Text.Length && string.CompareOrdinal(_page.Text, offset, html, 0, html.Length) == 0;
        var done = 0;
        foreach (var address in HtmlAddresses.In(html))
        {
            WritePiece(html[done..address.Index], done, isVerbatim: true);
            WritePiece(links.Resolve(address.Value), address.Index, isVerbatim: false, address.Value.Length);
            done = address.Index + address.Value.Length;
        }
        WritePiece(html[done..], done, isVerbatim: true);

        void WritePiece(string piece, int at, bool isVerbatim, int? length = null)
        {
            var start = _html.Length;
            renderer.Write(piece);
            if (!isThere || _isForeign || piece.Length == 0) return;
            var span = new TextSpan(offset + at, length ?? piece.Length);
            _entries.Add(new SourceMapEntry(start, piece.Length, span) { IsVerbatim = isVerbatim, Url = isVerbatim ? null : span });
        }
    }

    /// <summary>Writes what does not come from the page, so that nothing of it is noted.</summary>
    public void Without(Action write)
    {
        _isForeign = true;
        write();
        _isForeign = false;
    }

    private void Add(int start, MarkdownObject markdown)
    {
        if (_isForeign) return;
        var length = _html.Length - start;
        if (length == 0 || markdown.Span.IsEmpty || markdown is MarkdownDocument) return;
        var span = TextSpan.FromBounds(
            Math.Clamp(markdown.Span.Start, 0, _page.Text.Length), Math.Clamp(markdown.Span.End + 1, markdown.Span.Start, _page.Text.Length));
        _entries.Add(new SourceMapEntry(start, length, span)
        {
            Url = UrlOf(markdown),
        });
    }

    private TextSpan? UrlOf(MarkdownObject markdown)
    {
        var url = markdown switch
        {
            LinkInline { Reference: { } definition } => definition.UrlSpan,
            LinkInline link => link.UrlSpan,
            _ => SourceSpan.Empty,
        };
        if (url.IsEmpty) return null;
        var isBracketed = _page.Text[url.Start] == '<' && _page.Text[url.End] == '>';
        return isBracketed ? TextSpan.FromBounds(url.Start + 1, url.End) : TextSpan.FromBounds(url.Start, url.End + 1);
    }
}
