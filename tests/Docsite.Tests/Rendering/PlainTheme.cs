using System.Collections.Immutable;
using System.Net;
using Docsite.Rendering;

namespace Docsite.Tests.Rendering;

/// <summary>A theme that writes its models down as plainly as it can, so that cases show what the renderer decides.</summary>
internal sealed class PlainTheme : ITheme
{
    public ImmutableArray<ThemeAsset> Assets => [];

    public string Page(PageModel page) =>
        $"<!DOCTYPE html>\n<html lang=\"en\"><head><title>{WebUtility.HtmlEncode(page.Title)}</title></head><body id=\"around\">\n{Menu(page.Menu)}<main>\n{page.Content}</main></body></html>\n";

    public string Code(CodeModel code)
    {
        var lines = code.Lines.Select(line => (line.IsHidden ? "-" : line.IsHighlighted ? "*" : " ")
            + string.Concat(line.Tokens.Select(token => token.Kind.Length == 0 ? Text(token.Text) : $"[{token.Kind} {Text(token.Text)}]")));
        var outputs = code.Outputs.Select(output => $"prints {output.Variants}: {Text(output.Text).Replace("\n", " | ", StringComparison.Ordinal)}");
        var head = $"code {code.Id} {code.Language} {code.Status} {code.Variants} {(code.IsFolded ? "folded" : "")} {code.Title}";
        return $"<pre id=\"{code.Id}\">\n{string.Join('\n', [string.Join(' ', head.Split(' ', StringSplitOptions.RemoveEmptyEntries)), .. lines, .. code.StatusLines.Select(line => $"says: {Text(line)}"), .. outputs])}\n</pre>";
    }

    public string Figure(FigureModel figure) =>
        $"<figure id=\"{figure.Id}\">{figure.Number} {Text(figure.Picture.Title)} {figure.Variants}{string.Concat(figure.Picture.Steps.Select(step => step.Svg))}</figure>";

    public string Tabs(TabsModel tabs) =>
        $"<div id=\"{tabs.Id}\">{tabs.Label}{string.Concat(tabs.Tabs.Select(tab => $"\n<p>{tab.Title}</p>{tab.Content}"))}</div>";

    public string Claim(ClaimModel claim) => $"<section id=\"claim-{claim.Id}\">{claim.Verdict} {claim.Runs}\n{claim.Content}</section>";

    private static string Menu(ImmutableArray<MenuEntry> entries) => entries.IsEmpty ? "" : $"<ul>{string.Concat(entries.Select(entry =>
        $"<li>{(entry.Href is null ? Text(entry.Title) : $"<a href=\"{entry.Href}\">{Text(entry.Title)}</a>")}{Menu(entry.Children)}</li>"))}</ul>\n";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
