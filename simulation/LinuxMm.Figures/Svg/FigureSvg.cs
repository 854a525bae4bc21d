using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws one step of a figure as an <c>svg</c> element.</summary>
internal sealed class FigureSvg(MemoryFigure figure, FigureLayout layout, string id)
{
    private static readonly string[] Headers = ["address space", "page table", "physical frames", "who holds what"];

    public string Draw(StepView step)
    {
        var prefix = $"{id}-s{step.Number}";
        var broken = step.Violations.Select(violation => violation.Now.Pfn).OfType<ulong>().ToHashSet();
        var root = new SvgRoot(prefix, $"{figure.Title}, step {step.Number} of {figure.Steps.Length}: {step.Title}", StepDescription.Of(step), layout.Width, layout.Height);
        return root.Draw(
            HatchPattern($"{prefix}-h"),
            Heads(step),
            step.IsEmpty ? SvgShapes.Text(layout.Columns.Area.X, Metrics.Top + Metrics.FirstBaseline, StepView.Nothing, layout.Width, "small title") : null,
            SvgShapes.Group("", step.Areas.Where(area => !area.IsGhost || !IsCovered(step, area.Now)).Select(area => SvgBoxes.Area(layout, area))),
            SvgShapes.Group("", step.Entries.Select(entry => SvgBoxes.Entry(layout, entry))),
            SvgShapes.Group("", step.Frames.Select(frame => SvgBoxes.Frame(layout, frame, new(broken.Any(frame.Now.Row.Contains), $"{prefix}-h")))),
            SvgShapes.Group("", step.Holders.Select(holder => SvgBoxes.Holder(layout, holder))),
            SvgShapes.Group("", step.Slots.Select(slot => SvgBoxes.Slot(layout, slot))),
            SvgShapes.Group("", step.Devices.Select(device => SvgBoxes.Device(layout, device))),
            SvgShapes.Group("", step.Lines.Select(line => SvgLines.Draw(layout, line, step.NewLines.Contains(line)))),
            SvgShapes.Group("", step.Frames.Where(frame => broken.Any(frame.Now.Row.Contains)).Select(frame => Cross(frame.Now.Row))),
            SvgNotices.Draw(layout.Log, step, "log", hasCross: false),
            SvgNotices.Draw(layout.Violations, step, "violation", hasCross: true),
            SvgLegend.Draw(layout.Legend, $"{prefix}-h"));
    }

    private static bool IsCovered(StepView step, AreaView gone) => step.Areas.Any(area =>
        !area.IsGhost && area.Now.Process == gone.Process && area.Now.FirstPage < gone.FirstPage + (ulong)gone.Pages && gone.FirstPage < area.Now.FirstPage + (ulong)area.Now.Pages);

    private XElement? HatchPattern(string name) => figure.Steps.Any(step => step.Frames.Any(frame => frame.Now.Kind == MemoryKind.NoStructPage))
        ? SvgHatch.Pattern(name)
        : null;

    private XElement Heads(StepView step)
    {
        int[] starts = [layout.Columns.Area.X, layout.Columns.Entry.X, layout.Columns.Frame.X, layout.Columns.Holder.X];
        return SvgShapes.Group(
            "heads",
            [
                .. Headers.Zip(starts, (text, x) => SvgShapes.Text(x, Metrics.HeaderBaseline, text, layout.Width - x, "small column")),
                SvgShapes.Path($"M{Metrics.Margin} {Metrics.HeaderRule}H{layout.Width - Metrics.Margin}", ""),
                .. figure.Rows.Processes.Where(name => step.Areas.Any(area => area.Now.Process == name)).Select(name => SvgShapes.Text(layout.Columns.Area.X, layout.Process(name), name, layout.Columns.Area.Width, "small title")),
                .. layout.Breaks.Where(mark => mark.IsShown(step)).Select(mark => SvgShapes.Text(mark.X, mark.Baseline, mark.Text, Metrics.Width, "small")),
            ]);
    }

    private XElement Cross(FrameRow row)
    {
        var box = layout.Frame(row);
        return SvgSigns.Cross(box.Right - layout.TileWidth - 12, box.Y + 1);
    }
}
