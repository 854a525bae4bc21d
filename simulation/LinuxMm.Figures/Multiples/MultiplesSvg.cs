using System.Collections.Immutable;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws the panels: the count, the share as a bar, and the steps as dots on the life lines of their actors.</summary>
internal static class MultiplesSvg
{
    private const int CountBaseline = 22;
    private const int EndingBaseline = 40;
    private const int BarY = 50;
    private const int BarHeight = 8;

    public static IEnumerable<XElement?> Draw(ImmutableArray<SchedulePanel> panels, MultiplesLayout layout) => panels.Select((panel, i) => Panel(panel, layout.Panel(i)));

    private static XElement Panel(SchedulePanel panel, Box box)
    {
        var (x, room) = (box.X + Metrics.Padding, box.Width - (2 * Metrics.Padding));
        var columns = Math.Min(MultiplesLayout.MostColumns, panel.Steps.Select(step => step.Column).DefaultIfEmpty().Max() + 1);
        return SvgShapes.Group(
            panel.IsWrong ? "event panel wrong" : "event panel",
            SvgShapes.Data("schedules", panel.Schedules),
            SvgShapes.Rectangle(box, ""),
            SvgShapes.Text(x, box.Y + CountBaseline, MultiplesWords.Count(panel), room),
            SvgShapes.Text(x, box.Y + EndingBaseline, panel.Ending, room, "small title"),
            Share(panel, new(x, box.Y + BarY, room, BarHeight)),
            SvgShapes.Group("life", Enumerable.Range(0, panel.Steps.Length == 0 ? 0 : columns).Select(column => Life(x, box.Y, column, panel.Steps.Length))),
            SvgShapes.Group("dots", panel.Steps.Select((step, row) => Dot(panel, x + 6 + (Math.Min(step.Column, columns - 1) * MultiplesLayout.ColumnGap), StepY(box.Y, row), row))),
            SvgShapes.Group("", panel.Steps.Select((step, row) => Words(x, columns, box, row, $"{step.Actor}: {step.Name}"))),
            panel.LeftOut == 0 ? null : Words(x, columns, box, panel.Steps.Length, MultiplesWords.LeftOut(panel)),
            panel.IsWrong ? SvgSigns.Cross(box.Right - 4, box.Y + 4) : null);
    }

    /// <summary>At least a hair wide, so that one schedule of thousands is seen.</summary>
    private static XElement Share(SchedulePanel panel, Box bar) => SvgShapes.Group(
        "share",
        SvgShapes.Rectangle(bar, "whole", 0),
        SvgShapes.Rectangle(bar with { Width = Math.Max(2, (int)(bar.Width * (decimal)panel.Schedules / panel.Total)) }, "part", 0));

    private static XElement Life(int x, int top, int column, int steps) =>
        SvgShapes.Path($"M{x + 6 + (column * MultiplesLayout.ColumnGap)} {StepY(top, 0) - 9}V{StepY(top, steps - 1) + 9}", "");

    private static XElement Dot(SchedulePanel panel, int x, int y, int row) =>
        SvgShapes.Circle(x, y, 5, panel.IsWrong && row == panel.Steps.Length - 1 && panel.LeftOut == 0 ? "last" : "");

    private static XElement Words(int x, int columns, Box box, int row, string text)
    {
        var left = x + 6 + (columns * MultiplesLayout.ColumnGap);
        return SvgShapes.Text(left, StepY(box.Y, row) + 4, text, box.Right - Metrics.Padding - left, "small");
    }

    private static int StepY(int top, int row) => top + MultiplesLayout.StepsTop + 6 + (row * MultiplesLayout.StepLine);
}
