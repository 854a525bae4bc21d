using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Docsite.Rendering;

namespace Docsite.Theme;

/// <summary>Entries of the menu that are the same on page after page, written once. In a site of hundreds of pages they are most of what there is to write.</summary>
internal static class MenuMarkup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly ConditionalWeakTable<MenuEntry, string> Links = [];

    /// <summary>Whether an entry leads to a page, and to another one than that which shows the menu.</summary>
    public static bool IsLink(MenuEntry entry) => entry is { Href: not null, IsCurrent: false, Children.IsEmpty: true };

    /// <summary>Such an entry.</summary>
    public static string Link(MenuEntry entry) =>
        Links.GetValue(entry, static one => $"<li><a href=\"{Encoder.Encode(one.Href!)}\">{Encoder.Encode(one.Title)}</a></li>");
}
