using System.Collections.Immutable;
using System.Text;
using Docsite.Discovery;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Rendering;

namespace Docsite.Generation;

/// <summary>What a program without a drawing found, in small: the values it states, then what it printed; its code where it does neither.</summary>
internal static class TextThumbnail
{
    private const int MostLines = 5;

    /// <summary>A few lines, as HTML without an empty line in it.</summary>
    public static string Of(SitePage page, VariantRuns runs)
    {
        var blocks = page.Parsed.Steps.OfType<SessionStep.Block>().ToList();
        // The last of the variants: what holds today.
        var last = blocks.Select(block => runs.Of(block)).Where(all => all.Count > 0).Select(all => all[^1].Run).ToList();
        IEnumerable<string> found = [.. last.SelectMany(run => run.Values).Select(Value), .. last.SelectMany(run => LinesOf(run.Output)).Select(Line)];
        var lines = found.Take(MostLines).ToList();
        return string.Concat(lines is [] ? Code(blocks) : lines);
    }

    private static string Value(StatedValue value)
    {
        var line = value.Comment.Page.LineSpan(value.Comment.Start.Line);
        var expression = value.Comment.Page.Text[line.Start..value.Comment.Span.Start].Trim();
        var words = (expression.StartsWith("_ = ", StringComparison.Ordinal) ? expression["_ = ".Length..] : expression).TrimEnd(';');
        return $"<p><code>{MarkdownText.EscapeHtml(words)}</code><b>{MarkdownText.EscapeHtml(value.Expected.Text)}</b></p>";
    }

    private static string Line(string line) => $"<p><samp>{MarkdownText.EscapeHtml(line)}</samp></p>";

    private static IEnumerable<string> LinesOf(string output) => output.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));

    private static IEnumerable<string> Code(List<SessionStep.Block> blocks) => blocks.Take(1)
        .SelectMany(block => CSharpHighlighter.Lines(block.Shown, _ => false, [], block.IsProgram))
        .Where(line => !line.IsHidden && !line.Tokens.All(token => string.IsNullOrWhiteSpace(token.Text))).Take(MostLines)
        .Select(line => $"<p><code>{Tokens(line.Tokens)}</code></p>");

    private static string Tokens(ImmutableArray<CodeToken> tokens)
    {
        var html = new StringBuilder();
        foreach (var token in tokens) Rendering.Markup.TokenMarkup.Write(html, token);
        return html.ToString();
    }
}
