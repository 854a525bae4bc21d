using System.Xml.Linq;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary><c>feed.xml</c>: the pages with a date, newest first, in Atom. Its addresses are whole, so it needs the site's host.</summary>
internal sealed class Feed : IFileMaker
{
    /// <summary>Where it is.</summary>
    public const string FileName = "feed.xml";

    private const int MostEntries = 50;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings)
    {
        var dated = site.Pages.Where(page => page.Model.Updated is not null)
            .OrderByDescending(page => page.Model.Updated, StringComparer.Ordinal).ThenBy(page => page.Page.Route, StringComparer.Ordinal).Take(MostEntries).ToList();
        if (settings.Address is not { } address || dated is []) return [];
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "title", PlainCharacters.In(settings.SiteTitle)),
            new XElement(Atom + "id", $"{address}/"),
            new XElement(Atom + "link", new XAttribute("href", $"{address}/")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", $"{address}/{FileName}")),
            new XElement(Atom + "updated", Time(dated[0])),
            new XElement(Atom + "author", new XElement(Atom + "name", PlainCharacters.In(settings.SiteTitle))),
            dated.Select(page => Entry(page, settings.AddressOf(page.Page.Route)!)));
        return [OutputFile.Made.Of(FileName, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed.ToString().ReplaceLineEndings("\n")}\n")];
    }

    private static XElement Entry(RenderedPage page, string address) => new(
        Atom + "entry",
        new XElement(Atom + "title", PlainCharacters.In(page.Page.Title)),
        new XElement(Atom + "id", address),
        new XElement(Atom + "link", new XAttribute("href", address)),
        new XElement(Atom + "updated", Time(page)),
        new XElement(Atom + "summary", PlainCharacters.In(page.Page.Description)));

    private static string Time(RenderedPage page) => $"{page.Model.Updated}T00:00:00Z";
}
