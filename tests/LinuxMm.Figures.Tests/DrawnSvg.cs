using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures.Tests;

/// <summary>Reads what was drawn.</summary>
internal static class DrawnSvg
{
    public static XElement Parse(string svg) => XElement.Parse(svg);

    public static IEnumerable<XElement> All(this XElement element, string name) => element.Descendants(XName.Get(name, "http://www.w3.org/2000/svg"));

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements(XName.Get(name, "http://www.w3.org/2000/svg"));

    /// <summary>Groups that carry a class.</summary>
    public static IEnumerable<XElement> Groups(this XElement element, string name) => element.All("g").Where(group => group.Has(name));

    public static bool Has(this XElement element, string name) => ((string?)element.Attribute("class"))?.Split(' ').Contains(name) ?? false;

    public static int Number(this XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    public static Box Box(this XElement rectangle) => new(rectangle.Number("x"), rectangle.Number("y"), rectangle.Number("width"), rectangle.Number("height"));

    /// <summary>The words of a text element, without the title that holds the unshortened ones.</summary>
    public static string Words(this XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(node => node.Value));

    public static int Size(this XElement text) => text.Has("small") ? 12 : 13;
}
