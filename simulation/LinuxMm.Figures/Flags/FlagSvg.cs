using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws the states, the way so far, and where the vector is now.</summary>
internal static class FlagSvg
{
    private const int ChipsY = 28;
    private const int MeaningBaseline = 66;
    private const int BadgeRadius = 9;
    private const int BadgeGap = 22;
    private const int MostBadges = 4;

    public static IEnumerable<XElement?> Draw(ImmutableArray<FlagStep> steps, int at)
    {
        var way = steps.Take(at + 1).Select(step => step.Facts.State).ToList();
        var moves = way.Zip(way.Skip(1), (from, to) => (from, to)).Where(move => move.from != move.to).Distinct();
        var isMoving = at > 0 && way[^1] != way[^2];
        var isChanged = at > 0 && steps[at].Facts != steps[at - 1].Facts;
        return
        [
            Heads(),
            SvgShapes.Group("", Enum.GetValues<FrameVectorState>().Select(state => State(state, way, steps[at].Facts, isChanged))),
            SvgShapes.Group("", moves.Select(move => Arrow(move.from, move.to, isMoving && move == (way[^2], way[^1])))),
            SvgShapes.Group("legend", SvgShapes.Text(Metrics.Margin, FlagGrid.FooterBaseline, "dashed red: both flags alike, which the mail held to be impossible; circles: steps so far", FlagGrid.Width, "small")),
        ];
    }

    private static XElement Heads() => SvgShapes.Group(
        "heads",
        [
            Head(FrameVectorState.PinnedPages, "page pointers"),
            Head(FrameVectorState.PfnsWithReference, "numbers"),
        ]);

    private static XElement Head(FrameVectorState below, string text) =>
        SvgShapes.Text(FlagGrid.Box(below).X, FlagGrid.HeaderBaseline, text, FlagGrid.Width, "small column");

    private static XElement State(FrameVectorState state, List<FrameVectorState> way, FlagFacts now, bool isChanged)
    {
        var box = FlagGrid.Box(state);
        var isNow = state == now.State;
        var badges = way.Select((visited, i) => (visited, Number: i + 1)).Where(visit => visit.visited == state).Select(visit => visit.Number).TakeLast(MostBadges).ToList();
        return SvgShapes.Group(
            string.Join(' ', ["state", .. Classes(state, isNow, badges.Count > 0)]),
            SvgShapes.Data("state", state),
            isNow && isChanged ? SvgShapes.Data("changed", "yes") : null,
            SvgShapes.Rectangle(box, ""),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + Metrics.FirstBaseline, state.ToString(), box.Width),
            SvgShapes.Group("", SvgChips.Draw(box.X + Metrics.Padding, box.Y + ChipsY, Flags(state, now))),
            SvgShapes.Text(box.X + Metrics.Padding, box.Y + MeaningBaseline, FlagWords.Meaning(state), box.Width, "small"),
            SvgShapes.Group("", badges.Select((number, i) => Badge(box.Right - 4 - BadgeRadius - ((badges.Count - 1 - i) * BadgeGap), box.Bottom, number))),
            isNow && isChanged ? SvgSigns.Diamond(box.X + 1, box.Y + 1) : null);
    }

    private static IEnumerable<string> Classes(FrameVectorState state, bool isNow, bool isVisited) =>
    [
        .. FlagWords.AreAlike(state) ? ["alike"] : Array.Empty<string>(),
        .. isNow ? ["now"] : isVisited ? ["visited"] : Array.Empty<string>(),
    ];

    private static IEnumerable<FlagDrawing> Flags(FrameVectorState state, FlagFacts now) =>
        state == FrameVectorState.Empty && now.State == FrameVectorState.Empty ? now.Flags : FlagWords.Flags(state);

    private static XElement Badge(int x, int y, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return SvgShapes.Group("badge", SvgShapes.Circle(x, y, BadgeRadius, ""), SvgShapes.Text(x - (TextMetrics.Width(text, Metrics.Small) / 2), y + 4, text, BadgeGap, "small"));
    }

    private static XElement Arrow(FrameVectorState from, FrameVectorState to, bool isNow)
    {
        var route = FlagRoute.Between(from, to);
        return SvgShapes.Group(isNow ? "line now" : "line", SvgShapes.Path(route.Path, ""), SvgSigns.Arrowhead(route.X, route.Y, route.Towards, "head"));
    }
}
