using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws a bar with sentences.</summary>
internal static class SvgNotices
{
    private const int Baseline = 13;
    private const int CrossX = 7;
    private const int CrossRise = 4;

    public static XElement? Draw(NoticeBar notices, StepView step, string classes, bool hasCross)
    {
        if (notices.Bar(step) is not { } bar) return null;
        var parts = new List<XElement> { SvgShapes.Rectangle(bar, "") };
        var baseline = bar.Y + Metrics.BarPadding + Baseline;
        foreach (var line in notices.Lines(step))
        {
            if (hasCross && line.IsFirst) parts.Add(SvgSigns.Cross(bar.X + Metrics.Padding + CrossX, baseline - CrossRise));
            parts.Add(SvgShapes.Text(bar.X + Metrics.Padding + (hasCross ? NoticeBar.SignWidth : 0), baseline, line.Text, bar.Width, "small"));
            baseline += Metrics.BarLine;
        }

        return SvgShapes.Group(classes, parts);
    }
}
