namespace LinuxMm.Figures;

/// <summary>Everything that is ever written in the columns of a figure.</summary>
internal sealed class ColumnTexts(MemoryFigure figure, int tile)
{
    /// <summary>The widths that the columns need for their texts.</summary>
    /// <param name="written">What is written of a text; all of it, or less where there is no room.</param>
    public int[] Widths(Func<string, string> written) => [Area(written), Entry(written), Frame(written), Holder(written)];

    /// <summary>How wide the part of a frame's counters before the pins is, so that the pins stay where they are.</summary>
    public int RefCountWidth(Func<string, string> written) => figure.Steps.SelectMany(step => step.Frames)
        .Where(frame => frame.Now.PinCount is not null)
        .Select(frame => Small(written(Labels.RefCount(frame)))).DefaultIfEmpty().Max() + Metrics.TileGap;

    /// <summary>How wide a frame must be for its counters.</summary>
    public int CountersWidth(Func<string, string> written)
    {
        var refCount = RefCountWidth(written);
        return tile + Padded(figure.Steps.SelectMany(step => step.Frames).Select(frame =>
            frame.Now.PinCount is null ? Small(written(Labels.RefCount(frame))) : refCount + Small(written(Labels.PinCount(frame)))));
    }

    private int Area(Func<string, string> written) => Padded(figure.Steps.SelectMany(step => step.Areas)
        .SelectMany(area => new[] { Large(written(Labels.AreaName(area))), Small(written(Labels.AreaAccess(area))) }));

    private int Entry(Func<string, string> written) => Padded(figure.Steps.SelectMany(step => step.Entries)
        .SelectMany(entry => new[] { Large(Labels.EntryAddress(entry)), Small(written(Labels.Entry(entry))) }));

    private int Frame(Func<string, string> written) => Math.Max(
        CountersWidth(written),
        tile + Padded(figure.Steps.SelectMany(step => step.Frames).Select(frame => Large(written(Labels.FrameTitle(frame))))));

    private int Holder(Func<string, string> written) => Padded(
    [
        .. figure.Steps.SelectMany(step => step.Holders).Select(holder => Math.Max(Small(Labels.HolderTitle(holder.Now)), Chips(holder.Now)) - (2 * Metrics.Padding)),
        .. figure.Steps.SelectMany(step => step.Slots).Select(slot => Small(written(Labels.Slot(slot)))),
        .. figure.Steps.SelectMany(step => step.Devices).SelectMany(device => new[] { Large(device.Now.Name), Small(written(Labels.DeviceState(device))) }),
    ]);

    private static int Chips(HolderView holder) => holder.Flags.Sum(flag => Small(Labels.Flag(flag)) + (3 * Metrics.ChipGap)) - Metrics.ChipGap;

    private static int Padded(IEnumerable<int> widths) => widths.DefaultIfEmpty().Max() + (2 * Metrics.Padding);

    private static int Large(string text) => TextMetrics.Width(text, Metrics.Large);

    private static int Small(string text) => TextMetrics.Width(text, Metrics.Small);
}
