using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>The pattern of frames that no struct page describes.</summary>
internal static class SvgHatch
{
    private const int Size = 9;

    public static XElement Pattern(string id) => SvgShapes.Element("defs", SvgShapes.Element(
        "pattern",
        new XAttribute("id", id),
        new XAttribute("width", Size),
        new XAttribute("height", Size),
        new XAttribute("patternUnits", "userSpaceOnUse"),
        SvgShapes.Path($"M-1 10L10-1", "")));
}
