using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Docsite.Rendering;

/// <summary>Which lines of a block are folded away: those that end with <c>// hide</c>, and those of <c>#region hide</c>.</summary>
internal sealed class HiddenLines
{
    private readonly HashSet<int> _hidden = [];
    private readonly HashSet<int> _dropped = [];
    private readonly Dictionary<int, int> _markColumns = [];

    private HiddenLines()
    {
    }

    public static HiddenLines Of(SyntaxNode root, string code, bool isProgram)
    {
        var lines = new HiddenLines();
        foreach (var trivia in root.DescendantTrivia().Where(IsHideMark))
        {
            var position = trivia.GetLocation().GetLineSpan().StartLinePosition;
            lines._hidden.Add(position.Line);
            lines._markColumns[position.Line] = position.Character;
        }
        lines.ReadRegions(code.Split('\n'));
        if (isProgram) lines.ReadProgram(root);
        return lines;
    }

    public bool IsHidden(int line) => _hidden.Contains(line);

    /// <summary>The line as a reader sees it when the block is unfolded: without the mark; nothing for a line that only marks.</summary>
    public string? Shown(int line, string text)
    {
        if (_dropped.Contains(line)) return null;
        if (!_markColumns.TryGetValue(line, out var column)) return text;
        var shown = text[..column].TrimEnd();
        return shown.Length == 0 ? null : shown;
    }

    private void ReadProgram(SyntaxNode root)
    {
        foreach (var line in root.DescendantNodes().OfType<UsingDirectiveSyntax>().SelectMany(LinesOf)) _hidden.Add(line);
        foreach (var line in root.DescendantTrivia().Where(trivia => trivia.Kind() is SyntaxKind.RegionDirectiveTrivia or SyntaxKind.EndRegionDirectiveTrivia))
        {
            _dropped.Add(line.GetLocation().GetLineSpan().StartLinePosition.Line);
        }
    }

    private static IEnumerable<int> LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
    }

    private static bool IsHideMark(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().AsSpan(2).Trim() is "hide";

    private void ReadRegions(string[] lines)
    {
        var depth = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var opens = words is ["#region", ..];
            var isMark = (depth == 0 && words is ["#region", "hide"]) || (depth == 1 && words is ["#endregion", ..]);
            if (isMark) _dropped.Add(i);
            if (opens && (depth > 0 || isMark)) depth++;
            if (depth > 0) _hidden.Add(i);
            if (words is ["#endregion", ..] && depth > 0) depth--;
        }
    }
}
