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
    private static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "xlink:href"],
        ["area"] = ["href"],
        ["link"] = ["href"],
        ["use"] = ["href", "xlink:href"],
        ["image"] = ["href", "xlink:href"],
        ["img"] = ["src", "srcset"],
        ["source"] = ["src", "srcset"],
        ["script"] = ["src"],
        ["video"] = ["src", "poster"],
        ["audio"] = ["src"],
        ["iframe"] = ["src"],
        ["track"] = ["src"],
        ["embed"] = ["src"],
        ["input"] = ["src"],
        ["object"] = ["data"],
        ["form"] = ["action"],
    };

    /// <summary>Every address on a page that is not another site's.</summary>
    public static IEnumerable<InternalLink> On(AuditedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var element in page.Elements)
        {
            foreach (var attribute in Attributes.GetValueOrDefault(element.LocalName, []))
            {
                if (element.GetAttribute(attribute) is not { } value) continue;
                foreach (var address in HtmlAddresses.IsList(attribute) ? HtmlAddresses.OfList(value) : [value.Trim()])
                {
                    if (!LinkResolver.IsExternal(address)) yield return Of(element, attribute, address, page.Route);
                }
            }
        }
    }

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
