using AngleSharp.Dom;
using Docsite.Discovery;
using Docsite.Rendering;

namespace Docsite.Auditing;

/// <summary>A link or another address inside the site.</summary>
/// <param name="Element">The element that holds it.</param>
/// <param name="Attribute">The attribute that holds it.</param>
/// <param name="Address">As the page has it.</param>
/// <param name="Target">The address from the site's root; nothing when it leads out of the site.</param>
/// <param name="Fragment">The place on the target, unescaped; empty where none is named.</param>
public sealed record InternalLink(IElement Element, string Attribute, string Address, string? Target, string Fragment)
{
    private static readonly string[] Attributes = ["href", "src", "srcset", "poster", "data", "action", "xlink:href"];

    /// <summary>Every address on a page that is not another site's.</summary>
    public static IEnumerable<InternalLink> On(AuditedPage page) => page.Elements
        .SelectMany(element => Attributes.SelectMany(attribute => AddressesIn(element, attribute).Select(address => (Element: element, Attribute: attribute, Address: address))))
        .Where(link => !LinkResolver.IsExternal(link.Address))
        .Select(link => Of(link.Element, link.Attribute, link.Address, page.Route));

    private static IEnumerable<string> AddressesIn(IElement element, string attribute)
    {
        if (!HasAddressIn(element.LocalName, attribute) || element.GetAttribute(attribute) is not { } value) return [];
        return HtmlAddresses.IsList(attribute) ? HtmlAddresses.OfList(value) : [value.Trim()];
    }

    private static bool HasAddressIn(string element, string attribute) => attribute switch
    {
        "href" => element is "a" or "area" or "link" or "use" or "image",
        "xlink:href" => element is "a" or "use" or "image",
        "src" => element is "img" or "script" or "source" or "video" or "audio" or "iframe" or "track" or "embed" or "input",
        "srcset" => element is "img" or "source",
        "poster" => element is "video",
        "data" => element is "object",
        _ => element is "form",
    };

    private static InternalLink Of(IElement element, string attribute, string address, string from)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var path = (hash < 0 ? address : address[..hash]).Split('?')[0];
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(address[(hash + 1)..]);
        if (path.Length == 0) return new InternalLink(element, attribute, address, from, fragment);
        var target = path.StartsWith('/') ? null : Route.Combine(Route.FolderOf(from), Uri.UnescapeDataString(path));
        return new InternalLink(element, attribute, address, target, fragment);
    }
}
