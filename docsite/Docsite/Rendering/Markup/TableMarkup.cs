using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>Tables inside a container that scrolls by itself, is reached by the keyboard and has a name; under their caption, where they have one.</summary>
internal sealed class TableMarkup(TableCaptions captions, PageNumbers numbers) : HtmlObjectRenderer<Table>
{
    private const int MostBesideOneAnother = 2;

    private readonly Dictionary<Table, (string Id, int Number)> _numbered = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>Gives a table with a caption its number.</summary>
    public void Number(Table table)
    {
        if (captions.Of(table) is not { } caption) return;
        var id = caption.TryGetAttributes()?.Id ?? $"table-{_numbered.Count + 1}";
        _numbered.Add(table, (id, numbers.Add(NumberedKind.Table, id)));
    }

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        renderer.EnsureLine();
        if (_numbered.TryGetValue(table, out var numbered)) WriteCaption(renderer, captions.Of(table)!, numbered);
        var heads = HeadsOf(rows);
        var isStacked = heads.Count > MostBesideOneAnother;
        renderer.Write("<div class=\"").Write(isStacked ? "sheet stack" : "sheet").Write("\" role=\"region\" tabindex=\"0\" ");
        if (numbered.Id is not null) renderer.Write("aria-labelledby=\"").WriteEscape(numbered.Id).Write("-caption\">");
        else renderer.Write("aria-label=\"").WriteEscape(UniqueName(rows)).Write("\">");
        var widths = ColumnWidths.Of(rows);
        if (!widths.IsEmpty) table.GetAttributes().AddClass("fixed");
        renderer.Write("<table").WriteAttributes(table).WriteLine(">");
        if (!widths.IsEmpty) renderer.Write("<colgroup>").Write(string.Concat(widths.Select(width => $"<col class=\"w{width}\">"))).WriteLine("</colgroup>");
        WriteRows(renderer, table, "thead", rows.TakeWhile(row => row.IsHeader).ToList(), []);
        WriteRows(renderer, table, "tbody", rows.SkipWhile(row => row.IsHeader).ToList(), isStacked ? heads : []);
        renderer.WriteLine(numbered.Id is null ? "</table></div>" : "</table></div></figure>");
    }

    private static void WriteCaption(HtmlRenderer renderer, ParagraphBlock caption, (string Id, int Number) numbered)
    {
        renderer.Write("<figure class=\"tabled\" id=\"").WriteEscape(numbered.Id).Write("\"><figcaption id=\"").WriteEscape(numbered.Id).Write("-caption\"><b>Table ")
            .Write(numbered.Number.ToString(CultureInfo.InvariantCulture)).Write("</b> ");
        var first = (LiteralInline)caption.Inline!.FirstChild!;
        var text = first.Content.ToString();
        var start = TableCaptions.Mark.Length + text[TableCaptions.Mark.Length..].TakeWhile(char.IsWhiteSpace).Count();
        var end = first.NextSibling is null ? text.TrimEnd().Length : text.Length;
        renderer.WriteEscape(ProseMarkup.Of(first, text, start, Math.Max(start, end)));
        for (var inline = first.NextSibling; inline is not null; inline = inline.NextSibling) renderer.Write(inline);
        renderer.WriteLine("</figcaption>");
    }

    // Regions of a page are told apart by their names.
    private string UniqueName(List<TableRow> rows)
    {
        var name = $"Table: {NameOf(rows)}";
        var count = _names[name] = _names.GetValueOrDefault(name) + 1;
        return count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({count})");
    }

    private static string NameOf(List<TableRow> rows) => string.Join(", ", HeadsOf(rows).Where(text => text.Length > 0));

    private static List<string> HeadsOf(List<TableRow> rows) => rows.Count == 0 || !rows[0].IsHeader ? [] :
        [.. rows[0].OfType<TableCell>().Select(ColumnWidths.TextOf)];

    private static void WriteRows(HtmlRenderer renderer, Table table, string group, List<TableRow> rows, List<string> heads)
    {
        if (rows.Count == 0) return;
        renderer.Write("<").Write(group).WriteLine(">");
        foreach (var row in rows)
        {
            renderer.Write("<tr").WriteAttributes(row).Write(">");
            for (var i = 0; i < row.Count; i++) WriteCell(renderer, table, (TableCell)row[i], (row.IsHeader, i), i > 0 ? heads.ElementAtOrDefault(i) : null);
            renderer.WriteLine("</tr>");
        }
        renderer.Write("</").Write(group).WriteLine(">");
    }

    private static void WriteCell(HtmlRenderer renderer, Table table, TableCell cell, (bool IsHeader, int Index) place, string? head)
    {
        // A heading without words heads nothing.
        var isHeading = place.IsHeader && cell.OfType<LeafBlock>().Any(block => block.Inline?.FirstChild is not null);
        var name = isHeading ? "th" : "td";
        renderer.Write("<").Write(name);
        if (isHeading) renderer.Write(" scope=\"col\"");
        // Where a window is too narrow for columns, a theme shows each cell under the name of its own.
        if (!string.IsNullOrEmpty(head)) renderer.Write(" data-head=\"").WriteEscape(head).Write("\"");
        if (cell.ColumnSpan > 1) renderer.Write(" colspan=\"").Write(cell.ColumnSpan.ToString(CultureInfo.InvariantCulture)).Write("\"");
        if (cell.RowSpan > 1) renderer.Write(" rowspan=\"").Write(cell.RowSpan.ToString(CultureInfo.InvariantCulture)).Write("\"");
        var column = cell.ColumnIndex >= 0 ? cell.ColumnIndex : place.Index;
        var alignment = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
        if (alignment is TableColumnAlign.Center or TableColumnAlign.Right) renderer.Write(alignment == TableColumnAlign.Right ? " class=\"right\"" : " class=\"center\"");
        renderer.WriteAttributes(cell).Write(">");
        var wasImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.Write(cell);
        renderer.ImplicitParagraph = wasImplicit;
        renderer.Write("</").Write(name).Write(">");
    }
}
