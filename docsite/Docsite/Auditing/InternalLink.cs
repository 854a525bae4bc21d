using AngleSharp.Dom;
using Docsite.Discovery;
using Docsite.Rendering;

namespace Docsite.Auditing;

/// <summary>A link or another address inside the site.</summary>
/// <param name="Element">The element that holds it.</param>
/// <param name="Address">As the page has it.</param>
/// <param name="Target">The address from the site's root; nothing when it leads out of the site.</param>
/// <param name="Fragment">The place on the target, unescaped; empty where none is named.</param>
public sealed record InternalLink(IElement Element, string Address, string? Target, string Fragment)
{
    /// <summary>Every address on a page that is not another site's.</summary>
    public static IEnumerable<InternalLink> On(AuditedPage page) => page.Elements
        .Select(element => (Element: element, Address: AddressOf(element)))
        .Where(link => link.Address is not null && !LinkResolver.IsExternal(link.Address))
        .Select(link => Of(link.Element, link.Address!, page.Route));

    private static string? AddressOf(IElement element) => element.LocalName switch
    {
        "a" or "link" => element.GetAttribute("href"),
        "img" or "script" or "source" or "video" or "audio" or "iframe" => element.GetAttribute("src"),
        _ => null,
    };

    private static InternalLink Of(IElement element, string address, string from)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var path = (hash < 0 ? address : address[..hash]).Split('?')[0];
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(address[(hash + 1)..]);
        if (path.Length == 0) return new InternalLink(element, address, from, fragment);
        var target = path.StartsWith('/') ? null : Route.Combine(Route.FolderOf(from), Uri.UnescapeDataString(path));
        return new InternalLink(element, address, target, fragment);
    }
}
