using System.Text;
using Docsite.Discovery;
using Docsite.Generation;

namespace Docsite.Writing.Makers;

/// <summary>The list at the front of the book: folders and pages in reading order, each leading to its chapter.</summary>
internal static class BookContents
{
    /// <summary>The list as HTML.</summary>
    /// <param name="root">The site.</param>
    /// <param name="chapters">The id of each page's chapter, by its address.</param>
    public static string Of(SiteFolder root, IReadOnlyDictionary<string, string> chapters)
    {
        var html = new StringBuilder("<nav class=\"toc\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
        if (root.Index is { IsInMenu: true } home) html.Append("<li>").Append(LinkTo(home, chapters)).Append("</li>\n");
        Write(html, root, chapters);
        return html.Append("</ol>\n</nav>\n").ToString();
    }

    private static void Write(StringBuilder html, SiteFolder folder, IReadOnlyDictionary<string, string> chapters)
    {
        foreach (var child in folder.Children)
        {
            if (child.Page is { IsInMenu: true } page) html.Append("<li>").Append(LinkTo(page, chapters)).Append("</li>\n");
            else if (child.Folder is { } nested && nested.Pages.Any(one => one.IsInMenu)) WriteFolder(html, nested, chapters);
        }
    }

    private static void WriteFolder(StringBuilder html, SiteFolder folder, IReadOnlyDictionary<string, string> chapters)
    {
        html.Append("<li>").Append(folder.Index is { IsInMenu: true } index ? LinkTo(index, chapters) : $"<b>{MarkdownText.EscapeHtml(folder.Title)}</b>");
        if (folder.Pages.Any(page => page.IsInMenu && page != folder.Index))
        {
            html.Append("\n<ol>\n");
            Write(html, folder, chapters);
            html.Append("</ol>\n");
        }
        html.Append("</li>\n");
    }

    private static string LinkTo(SitePage page, IReadOnlyDictionary<string, string> chapters) => $"<a href=\"#{chapters[page.Route]}\">{MarkdownText.EscapeHtml(page.Title)}</a>";
}
