using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws a sequence.</summary>
internal sealed class SequenceSvg(SequenceFacts facts, SequenceLayout layout)
{
    private const int Head = 9;
    private const int SecondBaseline = 34;

    public IEnumerable<XElement?> Draw() =>
    [
        SvgShapes.Group("", facts.Frames.Select((_, frame) => StaleBand(frame))),
        SvgShapes.Group("life", Enumerable.Range(0, layout.Columns).Select(column => Life(layout.Head(column)))),
        SvgShapes.Group("", facts.Frames.SelectMany((frame, i) => FrameLife(frame, i))),
        SvgShapes.Group("", facts.Rows.SelectMany((row, i) => Lines(row, i))),
        SvgShapes.Group("", Enumerable.Range(0, layout.Columns).Select(ActorHead)),
        SvgShapes.Group("", facts.Frames.Select(FrameHead)),
        SvgShapes.Group("", facts.Rows.Select(Step)),
        SvgShapes.Group("", facts.Rows.SelectMany((row, i) => Touches(row, i))),
        SvgShapes.Group("", facts.Rows.SelectMany((row, i) => Ends(row, i))),
        Violation(),
        Legend(),
    ];

    private XElement Life(Box head) => SvgShapes.Path($"M{head.X + 14} {head.Bottom}V{layout.RowsBottom - 6}", "");

    private XElement ActorHead(int column)
    {
        var box = layout.Head(column);
        var name = layout.IsShared(column) ? string.Create(CultureInfo.InvariantCulture, $"{facts.Actors.Length - column} others") : column < facts.Actors.Length ? facts.Actors[column] : "nobody";
        return SvgShapes.Group("event head", SvgShapes.Rectangle(box, ""), SvgShapes.Text(box.X + Metrics.Padding, box.Y + 27, name, box.Width - (2 * Metrics.Padding)));
    }

    private XElement FrameHead(FrameLife frame, int index)
    {
        var box = layout.FrameHead(index);
        return SvgShapes.Group(
            $"event {SvgBoxes.Kind(frame.States[0].Kind)}",
            SvgShapes.Data("frame", frame.Pfn),
            SvgShapes.Rectangle(box, ""),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline, SequenceWords.Frame(frame), box.Width - (2 * Metrics.Padding)),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + SecondBaseline, SequenceWords.State(frame.States[0]), box.Width - (2 * Metrics.Padding), "small"));
    }

    /// <summary>The life line of a frame, as wide as a bar and in the colour of what the frame is at the time.</summary>
    private IEnumerable<XElement> FrameLife(FrameLife frame, int index)
    {
        var x = layout.FrameHead(index).X + 14 - (SequenceLayout.LineWidth / 2);
        var y = layout.FrameHead(index).Bottom;
        for (var row = 0; row <= facts.Rows.Length; row++)
        {
            var end = row < facts.Rows.Length ? layout.Touch(row, index).MiddleY : layout.RowsBottom - 6;
            var state = frame.States[row == 0 ? 0 : facts.Rows[row - 1].Number];
            yield return SvgShapes.Group($"span {SvgBoxes.Kind(state.Kind)}", SvgShapes.Rectangle(new(x, y, SequenceLayout.LineWidth, end - y), "", 0));
            y = end;
        }
    }

    private XElement? StaleBand(int frame)
    {
        var first = facts.Rows.Select((row, i) => (row, i)).FirstOrDefault(pair => pair.row.Touches[frame].IsStale, (row: null!, i: -1)).i;
        if (first < 0) return null;
        var last = layout.Touch(facts.Rows.Length - 1, frame);
        var top = layout.Touch(first, frame).Y - 4;
        return SvgShapes.Group("stale", SvgShapes.Rectangle(new(last.X - 6, top, last.Width + 12, last.Bottom + 6 - top), ""));
    }

    private XElement Step(SequenceRow row, int index)
    {
        var box = layout.Step(index);
        var x = box.X + Metrics.Padding + (row.Lock.Length > 0 ? SequenceLayout.LockWidth : 0);
        var name = layout.IsShared(layout.ColumnOf(row.Actor)) ? $"{facts.Actors[row.Actor]}: {row.Step}" : row.Step;
        return SvgShapes.Group(
            row.IsLeftOut ? "event free" : "event",
            SvgShapes.Data("step", row.Number),
            SvgShapes.Rectangle(box, ""),
            row.Lock.Length == 0 ? null : SvgShapes.Rectangle(new(box.X, box.Y, SequenceLayout.LockWidth, box.Height), "lock", 0),
            SvgShapes.Text(x, box.Y + Metrics.FirstBaseline, row.IsLeftOut ? row.Step : string.Create(CultureInfo.InvariantCulture, $"{row.Number} {name}"), box.Right - Metrics.Padding - x),
            SvgShapes.Group("", layout.CallLines(index).Select((line, at) => SvgShapes.Text(x, box.Y + SecondBaseline + (at * SequenceLayout.TextLine), line, box.Width, "small title"))));
    }

    private IEnumerable<XElement?> Touches(SequenceRow row, int index) => facts.Frames.Select((frame, i) =>
    {
        var lines = layout.TouchLines(index, i);
        if (lines.IsEmpty) return null;
        var box = layout.Touch(index, i);
        return SvgShapes.Group(
            $"event {SvgBoxes.Kind(frame.States[row.Number].Kind)}{(row.Touches[i].IsWrong ? " wrong" : "")}",
            SvgShapes.Data("frame", frame.Pfn),
            SvgShapes.Rectangle(box, ""),
            SvgShapes.Group("", lines.Select((line, at) => SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline + (at * SequenceLayout.TextLine), line, box.Width, "small"))),
            row.Touches[i].IsWrong ? SvgSigns.Cross(box.Right - 4, box.Y + 4) : null);
    });

    /// <summary>The lines run below the boxes, their ends above them.</summary>
    private IEnumerable<XElement?> Lines(SequenceRow row, int index) => row.Touches.Select((touch, frame) => touch.Tie is not { } tie ? null : SvgShapes.Group(
        Classes(touch, tie),
        SvgShapes.Path($"M{layout.Step(index).Right} {LineY(index, frame)}H{layout.Touch(index, frame).X - (tie == Tie.Number ? 5 : Head)}", "")));

    private IEnumerable<XElement?> Ends(SequenceRow row, int index) => row.Touches.Select((touch, frame) => touch.Tie is not { } tie ? null : SvgShapes.Group(
        Classes(touch, tie),
        touch.IsWrong
            ? SvgSigns.Arrowhead(layout.Touch(index, frame).X, LineY(index, frame), Direction.Right, "head dma")
            : SvgSigns.End(Style(tie), layout.Touch(index, frame).X, LineY(index, frame), toRight: true)));

    private int LineY(int row, int frame) => layout.Step(row).Y + 14 + (frame * 14);

    private static string Classes(FrameTouch touch, Tie tie) => touch.IsWrong ? "line dma wrong" : SvgLines.Classes(Style(tie));

    /// <summary>A write that is in order is drawn like any use of a page.</summary>
    private static Tie Style(Tie tie) => tie == Tie.DmaDone ? Tie.Reference : tie;

    private XElement? Violation()
    {
        if (layout.BarHeight == 0) return null;
        var bar = new Box(Metrics.Margin, layout.RowsBottom, SequenceLayout.Width - (2 * Metrics.Margin), layout.BarHeight);
        var baseline = bar.Y + Metrics.BarPadding + 13;
        return SvgShapes.Group(
            "violation",
            [
                SvgShapes.Rectangle(bar, ""),
                SvgSigns.Cross(bar.X + Metrics.Padding + 7, baseline - 4),
                .. layout.Violation.Select((line, i) => SvgShapes.Text(bar.X + Metrics.Padding + NoticeBar.SignWidth, baseline + (i * Metrics.BarLine), line, bar.Width, "small")),
            ]);
    }

    private XElement Legend() => SvgShapes.Group(
        "legend", layout.Legend.Select((line, i) => SvgShapes.Text(Metrics.Margin, layout.LegendTop + 14 + (i * Metrics.BarLine), line, SequenceLayout.Width, "small")));
}
