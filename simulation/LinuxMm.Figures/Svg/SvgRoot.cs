using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>What every picture of a step has around it.</summary>
/// <param name="Prefix">What the ids in it begin with.</param>
/// <param name="Title">Which picture and which step it is.</param>
/// <param name="Description">The state in sentences.</param>
/// <param name="Width">Its width in user units.</param>
/// <param name="Height">Its height in user units.</param>
internal sealed record SvgRoot(string Prefix, string Title, string Description, int Width, int Height)
{
    /// <summary>The whole element; groups in which nothing was drawn are left out.</summary>
    public string Draw(params IEnumerable<XElement?> parts)
    {
        var svg = SvgShapes.Element(
            "svg",
            [
                new XAttribute("class", "mm"),
                new XAttribute("viewBox", $"0 0 {Width} {Height}"),
                new XAttribute("role", "img"),
                new XAttribute("aria-labelledby", $"{Prefix}-t {Prefix}-d"),
                SvgShapes.Element("title", new XAttribute("id", $"{Prefix}-t"), new XText(Title)),
                SvgShapes.Element("desc", new XAttribute("id", $"{Prefix}-d"), new XText(Description)),
                .. parts,
            ]);
        svg.Descendants(SvgShapes.Namespace + "g").Where(group => !group.HasElements).Remove();
        return svg.ToString(SaveOptions.DisableFormatting);
    }
}
