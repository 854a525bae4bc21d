using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering.Markup;

/// <summary>Captions of tables: a paragraph <c>Table: words {#id}</c> right before its table, or right behind it.</summary>
internal sealed class TableCaptions
{
    /// <summary>What a caption starts with.</summary>
    public const string Mark = "Table:";

    private readonly Dictionary<Table, ParagraphBlock> _captions = [];

    public TableCaptions(MarkdownDocument document)
    {
        var captions = document.Descendants<ParagraphBlock>().Where(IsCaption).ToList();
        foreach (var distance in new[] { 1, -1 })
        {
            foreach (var caption in captions.Except(_captions.Values).ToList())
            {
                if (Beside(caption, distance) is { } table) _captions.TryAdd(table, caption);
            }
        }
    }

    /// <summary>The caption of a table, or nothing.</summary>
    public ParagraphBlock? Of(Table table) => _captions.GetValueOrDefault(table);

    /// <summary>Whether a paragraph is shown as the caption of its table.</summary>
    public bool IsOfTable(ParagraphBlock paragraph) => _captions.ContainsValue(paragraph);

    private static bool IsCaption(ParagraphBlock paragraph) =>
        paragraph.Inline?.FirstChild is LiteralInline first && first.Content.AsSpan().StartsWith(Mark, StringComparison.Ordinal);

    private static Table? Beside(ParagraphBlock paragraph, int distance)
    {
        if (paragraph.Parent is not { } parent) return null;
        var at = parent.IndexOf(paragraph) + distance;
        return at >= 0 && at < parent.Count ? parent[at] as Table : null;
    }
}
