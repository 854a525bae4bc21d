using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Where everything stands, computed once over all steps.</summary>
internal sealed class FigureLayout
{
    private const int WidestTile = 76;
    private readonly Dictionary<PageRow, Box> _entries = [];
    private readonly Dictionary<FrameRow, Box> _frames = [];
    private readonly Dictionary<SlotRow, Box> _slots = [];
    private readonly Dictionary<string, Box> _devices = [];
    private readonly Dictionary<string, int> _processes = [];
    private readonly Dictionary<string, int> _holders = [];
    private readonly HashSet<string> _flagged;
    private readonly List<BreakMark> _breaks = [];

    public FigureLayout(MemoryFigure figure)
    {
        TileWidth = Tile(figure);
        var texts = new ColumnTexts(figure, TileWidth);
        Columns = Columns.Of(texts);
        RefCountWidth = texts.CountersWidth(text => text) <= Columns.Frame.Width ? texts.RefCountWidth(text => text) : texts.RefCountWidth(TextMetrics.WithoutPast);
        _flagged = [.. figure.Steps.SelectMany(step => step.Holders).Where(holder => holder.Now.Flags.Length > 0).Select(holder => holder.Now.Name)];
        int[] bottoms = [PlacePages(figure.Rows), PlaceFrames(figure.Rows), PlaceHolders(figure.Rows)];
        StateBottom = bottoms.Max();
        Ports = new LinePorts(figure, this);
        Log = new NoticeBar(figure, step => step.Log.Select(line => line.Now), StateBottom + Metrics.GroupGap, Width);
        Violations = new NoticeBar(figure, step => step.Violations.Select(violation => violation.Now.Sentence), Log.Bottom + Metrics.GroupGap, Width);
        Legend = new LegendLayout(figure, Violations.Bottom + Metrics.GroupGap, Width);
    }

    public Columns Columns { get; }

    /// <summary>Width of the box with a frame's contents and the space before it; 0 when no frame ever has any.</summary>
    public int TileWidth { get; }

    public int RefCountWidth { get; }

    public int StateBottom { get; }

    public LinePorts Ports { get; }

    /// <summary>What the kernel logged.</summary>
    public NoticeBar Log { get; }

    public NoticeBar Violations { get; }

    public LegendLayout Legend { get; }

    public int Width => Columns.Width;

    public int Height => Legend.Bottom + Metrics.RowGap;

    public ImmutableArray<BreakMark> Breaks => [.. _breaks];

    public Box Entry(PageRow row) => _entries[row];

    public Box Frame(FrameRow row) => _frames[row];

    public Box Slot(SlotRow row) => _slots[row];

    public Box Device(string name) => _devices[name];

    public bool HasFlags(string holder) => _flagged.Contains(holder);

    /// <summary>Baseline of a process's name.</summary>
    public int Process(string name) => _processes[name];

    /// <summary>Baseline of a holder's name.</summary>
    public int Holder(string name) => _holders[name];

    /// <summary>The box of a mapping: from its first page to its last.</summary>
    public Box Area(AreaView area)
    {
        var boxes = _entries.Where(pair => area.Covers(pair.Key)).Select(pair => pair.Value).ToList();
        var top = boxes.Min(box => box.Y);
        return new Box(Columns.Area.X, top, Columns.Area.Width, boxes.Max(box => box.Bottom) - top);
    }

    private static int Tile(MemoryFigure figure)
    {
        var widest = figure.Steps.SelectMany(step => step.Frames).Select(frame => TextMetrics.Width(Labels.FrameContents(frame), Metrics.Large)).DefaultIfEmpty().Max();
        return widest == 0 ? 0 : Math.Min(widest + Metrics.Padding, WidestTile) + Metrics.TileGap;
    }

    private int PlacePages(FigureRows rows)
    {
        var y = Metrics.Top;
        foreach (var process in rows.Processes)
        {
            _processes.Add(process, y + Metrics.FirstBaseline - 4);
            y += Metrics.Heading;
            PageRow? last = null;
            foreach (var row in rows.Pages.Where(row => row.Process == process))
            {
                if (last is { } above && above.FirstPage + (ulong)above.Count is var end && end != row.FirstPage) y = Break(Columns.Area.X, y, FrameNumbers.Size(row.FirstPage - end), [above, row]);
                _entries.Add(row, new Box(Columns.Entry.X, y, Columns.Entry.Width, Metrics.Row));
                y += Metrics.Row + Metrics.RowGap;
                last = row;
            }

            y += Metrics.GroupGap - Metrics.RowGap;
        }

        return y;
    }

    private int PlaceFrames(FigureRows rows)
    {
        var y = Metrics.Top + Metrics.Heading;
        ulong? end = null;
        foreach (var row in rows.Frames)
        {
            if (end is { } before && before != row.Pfn) y = Break(Columns.Frame.X, y, "", []);
            _frames.Add(row, new Box(Columns.Frame.X, y, Columns.Frame.Width, Metrics.Row));
            y += Metrics.Row + Metrics.RowGap;
            end = row.Pfn + (ulong)row.Count;
        }

        return y;
    }

    private int PlaceHolders(FigureRows rows)
    {
        var y = Metrics.Top;
        foreach (var holder in rows.Holders)
        {
            _holders.Add(holder, y + Metrics.FirstBaseline - 4);
            y += Metrics.Heading + (_flagged.Contains(holder) ? Metrics.Flags : 0);
            foreach (var row in rows.Slots.Where(row => row.Holder == holder))
            {
                _slots.Add(row, new Box(Columns.Holder.X, y, Columns.Holder.Width, Metrics.Slot));
                y += Metrics.Slot + Metrics.SlotGap;
            }

            y += Metrics.GroupGap;
        }

        if (rows.Holders.IsEmpty) y += Metrics.Heading;
        foreach (var device in rows.Devices)
        {
            _devices.Add(device, new Box(Columns.Holder.X, y, Columns.Holder.Width, Metrics.Row));
            y += Metrics.Row + Metrics.GroupGap;
        }

        return y;
    }

    private int Break(int x, int y, string text, ImmutableArray<PageRow> between)
    {
        _breaks.Add(new BreakMark(x + Metrics.Padding, y - Metrics.RowGap + 17, $"⋯ {text}".TrimEnd(), between));
        return y + Metrics.Break;
    }
}

/// <summary>A mark that says that something was left out.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Baseline">Its line.</param>
/// <param name="Text">How much was left out, if that is worth saying.</param>
/// <param name="Between">The rows that must be there for the mark to make sense.</param>
internal sealed record BreakMark(int X, int Baseline, string Text, ImmutableArray<PageRow> Between)
{
    public bool IsShown(StepView step) => Between.All(row => step.Entries.Any(entry => entry.Now.Row == row));
}
