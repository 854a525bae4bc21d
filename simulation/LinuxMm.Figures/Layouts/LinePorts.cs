namespace LinuxMm.Figures;

/// <summary>Where lines leave and arrive: each has a point of its own for all steps.</summary>
internal sealed class LinePorts
{
    private const int NearlyLevel = 8;
    private readonly Dictionary<(LineStart, FrameRow), (int Start, int End)> _points = [];

    public LinePorts(MemoryFigure figure, FigureLayout layout)
    {
        var lines = figure.Steps.SelectMany(step => step.Lines).Select(line => (line.From, line.To)).Distinct()
            .OrderBy(line => StartBox(layout, line.From).MiddleY).ThenBy(line => layout.Frame(line.To).MiddleY).ToList();
        var starts = Spread(lines, line => line.From, line => StartBox(layout, line.From));
        var ends = Spread(lines, line => (line.To, line.From is LineStart.Entry), line => layout.Frame(line.To));
        foreach (var line in lines) _points.Add(line, (Straightened(starts[line], ends[line], StartBox(layout, line.From)), ends[line]));
    }

    /// <summary>The heights at which a line starts and ends.</summary>
    public (int Start, int End) Of(LineView line) => _points[(line.From, line.To)];

    public static Box StartBox(FigureLayout layout, LineStart start) => start switch
    {
        LineStart.Entry entry => layout.Entry(entry.Row),
        LineStart.Slot slot => layout.Slot(slot.Row),
        LineStart.Device device => layout.Device(device.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(start)),
    };

    /// <summary>A line that is nearly level becomes level, as long as it still leaves its box.</summary>
    private static int Straightened(int start, int end, Box box) =>
        Math.Abs(start - end) <= NearlyLevel && end > box.Y && end < box.Bottom ? end : start;

    private static Dictionary<(LineStart From, FrameRow To), int> Spread<TKey>(
        List<(LineStart From, FrameRow To)> lines, Func<(LineStart From, FrameRow To), TKey> side, Func<(LineStart From, FrameRow To), Box> box)
        where TKey : notnull =>
        lines.GroupBy(side).SelectMany(group => group.Select((line, i) => (line, y: box(line).Spread(i, group.Count())))).ToDictionary(pair => pair.line, pair => pair.y);
}
