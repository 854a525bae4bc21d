using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Docsite.Parsing;

/// <summary>How deep a page's Markdown is nested: it is written by calls inside one another, which have an end.</summary>
internal static class NestingDepth
{
    /// <summary>The deepest that can be written; Markdig itself gives up at 128.</summary>
    public const int Most = 100;

    /// <summary>The first thing that stands too deep, or nothing.</summary>
    public static MarkdownObject? TooDeep(MarkdownDocument document)
    {
        // What holds others comes before them.
        var depths = new Dictionary<MarkdownObject, int>();
        foreach (var one in document.Descendants().Where(one => one is ContainerBlock or LeafBlock or ContainerInline))
        {
            var around = one switch
            {
                Block block => block.Parent,
                ContainerInline { Parent: { } parent } => parent,
                var root => (MarkdownObject?)((ContainerInline)root).ParentBlock,
            };
            var depth = around is null ? 1 : depths.GetValueOrDefault(around) + 1;
            if (depth > Most) return one;
            depths[one] = depth;
        }
        return null;
    }
}
