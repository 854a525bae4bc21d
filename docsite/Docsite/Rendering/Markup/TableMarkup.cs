using System.Globalization;
using Docsite.Discovery;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Docsite.Rendering.Markup;

/// <summary>Tables inside a container that scrolls by itself, is reached by the keyboard and has a name.</summary>
internal sealed class TableMarkup : HtmlObjectRenderer<Table>
{
    private int _count;

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        _count++;
        var rows = table.OfType<TableRow>().ToList();
        renderer.EnsureLine();
        renderer.Write("<div class=\"sheet\" role=\"region\" tabindex=\"0\" aria-label=\"Table ")
            .Write(_count.ToString(CultureInfo.InvariantCulture)).Write(": ").WriteEscape(NameOf(rows)).Write("\"><table").WriteAttributes(table).WriteLine(">");
        WriteRows(renderer, table, "thead", rows.TakeWhile(row => row.IsHeader).ToList());
        WriteRows(renderer, table, "tbody", rows.SkipWhile(row => row.IsHeader).ToList());
        renderer.WriteLine("</table></div>");
    }

    private static string NameOf(List<TableRow> rows) => rows.Count == 0 ? "" : string.Join(", ", rows[0].OfType<TableCell>()
        .Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(block => block.Inline is { } words ? Headings.TextOf(words) : "")).Trim()).Where(text => text.Length > 0));

    private static void WriteRows(HtmlRenderer renderer, Table table, string group, List<TableRow> rows)
    {
        if (rows.Count == 0) return;
        renderer.Write("<").Write(group).WriteLine(">");
        foreach (var row in rows)
        {
            renderer.Write("<tr").WriteAttributes(row).Write(">");
            for (var i = 0; i < row.Count; i++) WriteCell(renderer, table, (TableCell)row[i], (row.IsHeader, i));
            renderer.WriteLine("</tr>");
        }
        renderer.Write("</").Write(group).WriteLine(">");
    }

    private static void WriteCell(HtmlRenderer renderer, Table table, TableCell cell, (bool IsHeader, int Index) place)
    {
        // A heading without words heads nothing.
        var isHeading = place.IsHeader && cell.OfType<LeafBlock>().Any(block => block.Inline?.FirstChild is not null);
        var name = isHeading ? "th" : "td";
        renderer.Write("<").Write(name);
        if (isHeading) renderer.Write(" scope=\"col\"");
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
