using System.Text;
using Docsite.Discovery;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary><c>llms.txt</c>: what the site is about, and every page's Markdown with one sentence.</summary>
internal sealed class LlmsText : IFileMaker
{
    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings)
    {
        var text = new StringBuilder($"# {settings.SiteTitle}\n");
        if (settings.Description.Length > 0) text.Append("\n> ").Append(settings.Description).Append('\n');
        Append(text, site.Map.Root, settings.SiteTitle);
        return [OutputFile.Made.Of("llms.txt", text.ToString())];
    }

    private static void Append(StringBuilder text, SiteFolder folder, string title)
    {
        var own = (folder.Index is { } index ? new[] { index } : []).Concat(folder.Children.Select(child => child.Page).OfType<SitePage>()).ToList();
        if (own.Count > 0) text.Append("\n## ").Append(title).Append("\n\n");
        foreach (var page in own)
        {
            text.Append("- [").Append(page.Title).Append("](").Append(MarkdownTwins.RouteOf(page.Route)).Append(')');
            text.Append(page.Description.Length > 0 ? $": {page.Description}\n" : "\n");
        }
        foreach (var child in folder.Children.Select(child => child.Folder).OfType<SiteFolder>()) Append(text, child, child.Title);
    }
}
