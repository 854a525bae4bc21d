using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Makes SVG elements. Colours come from classes, never from attributes.</summary>
internal static class SvgShapes
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private const int Corner = 4;

    /// <summary>A group; parts that are nothing are left out.</summary>
    public static XElement Group(string classes, params IEnumerable<XObject?> parts) => Element("g", [Class(classes), .. parts]);

    public static XElement Rectangle(Box box, string classes, int corner = Corner) => Element(
        "rect", Class(classes), Number("x", box.X), Number("y", box.Y), Number("width", box.Width), Number("height", box.Height), corner > 0 ? Number("rx", corner) : null);

    /// <summary>Text that fits into the width; if it is shortened, the whole text becomes its title.</summary>
    public static XElement Text(int x, int baseline, string text, int width, string classes = "")
    {
        var size = classes.Split(' ').Contains("small") ? Metrics.Small : Metrics.Large;
        var shown = TextMetrics.Fit(text, width, size);
        return Element("text", Class(classes), Number("x", x), Number("y", baseline), shown == text ? null : Element("title", new XText(text)), new XText(shown));
    }

    public static XElement Path(FormattableString data, string classes) =>
        Element("path", Class(classes), new XAttribute("d", data.ToString(CultureInfo.InvariantCulture)));

    public static XElement Circle(int x, int y, int radius, string classes) =>
        Element("circle", Class(classes), Number("cx", x), Number("cy", y), Number("r", radius));

    public static XElement Element(string name, params IEnumerable<XObject?> parts) => new(Namespace + name, parts.Where(part => part is not null));

    /// <summary>A fact for tests and scripts.</summary>
    public static XAttribute Data(string name, object value) => new($"data-{name}", Convert.ToString(value, CultureInfo.InvariantCulture)!);

    private static XAttribute? Class(string classes) => classes.Length == 0 ? null : new("class", classes);

    private static XAttribute Number(string name, int value) => new(name, value);
}
