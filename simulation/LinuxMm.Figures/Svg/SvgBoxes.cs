using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Draws the boxes: mappings, page table entries, frames, slots, devices.</summary>
internal static class SvgBoxes
{
    private const int StackOffset = 4;

    public static XElement Area(FigureLayout layout, Marked<AreaView> area)
    {
        var box = layout.Area(area.Now);
        var lines = box.Height > Metrics.Row ? 4 : 2;
        string[] texts = [Labels.AreaAccess(area), FrameNumbers.Address(area.Now.FirstPage), Labels.AreaSize(area)];
        return SvgShapes.Group(
            Classes("area", Kind(area.Now.Kind), area.Change),
            SvgShapes.Data("process", area.Now.Process),
            SvgShapes.Data("address", FrameNumbers.Address(area.Now.FirstPage)),
            Marking(area.Change),
            Outline(box, 1),
            Text(box, Metrics.FirstBaseline, Labels.AreaName(area), ""),
            SvgShapes.Group("", texts.Take(lines - 1).Select((text, i) => Text(box, Metrics.SecondBaseline + (i * Metrics.Small * 4 / 3), text, "small"))),
            SvgSigns.Changed(box, area.Change));
    }

    public static XElement Entry(FigureLayout layout, Marked<EntryView> entry)
    {
        var box = layout.Entry(entry.Now.Row);
        return SvgShapes.Group(
            Classes("pte", entry.Now.Pfn is null ? "absent" : "", entry.Change),
            SvgShapes.Data("process", entry.Now.Row.Process),
            SvgShapes.Data("address", FrameNumbers.Address(entry.Now.Row.FirstPage)),
            Marking(entry.Change),
            Stack(box, entry.Now.Row.Count),
            Outline(box, 0),
            Text(box, Metrics.FirstBaseline, Labels.EntryAddress(entry), ""),
            Text(box, Metrics.SecondBaseline, Labels.Entry(entry), "small"),
            SvgSigns.Changed(box, entry.Change));
    }

    public static XElement Frame(FigureLayout layout, Marked<FrameView> frame, SvgFrameLook look)
    {
        var box = layout.Frame(frame.Now.Row);
        var room = box.Width - layout.TileWidth;
        return SvgShapes.Group(
            Classes(look.IsBroken ? "frame broken" : "frame", Kind(frame.Now.Kind), frame.Change),
            SvgShapes.Data("pfn", frame.Now.Row.Pfn),
            frame.Now.RefCount is { } count ? SvgShapes.Data("ref", count) : null,
            Marking(frame.Change),
            Stack(box, frame.Now.Row.Count),
            Outline(box, 1),
            frame.Now.Kind == MemoryKind.NoStructPage ? Hatch(box, look.Hatch) : null,
            Text(box with { Width = room }, Metrics.FirstBaseline, Labels.FrameTitle(frame), ""),
            Text(box with { Width = frame.Now.PinCount is null ? room : layout.RefCountWidth + (2 * Metrics.Padding) }, Metrics.SecondBaseline, Labels.RefCount(frame), "small"),
            frame.Now.PinCount is null ? null : Text(new Box(box.X + layout.RefCountWidth, box.Y, room - layout.RefCountWidth, box.Height), Metrics.SecondBaseline, Labels.PinCount(frame), "small"),
            Tile(layout, box, frame),
            SvgSigns.Changed(box, frame.Change));
    }

    public static XElement Holder(FigureLayout layout, Marked<HolderView> holder)
    {
        var column = layout.Columns.Holder;
        var baseline = layout.Holder(holder.Now.Name);
        return SvgShapes.Group(
            Classes("holder", "", holder.Change),
            Marking(holder.Change),
            SvgShapes.Text(x: column.X, baseline, holder.IsGhost ? $"{holder.Now.Name}: gone" : Labels.HolderTitle(holder.Now), column.Width, "small title"),
            holder.IsGhost ? null : SvgShapes.Group("", SvgChips.Draw(column.X, baseline + 8, holder.Now.Flags)),
            SvgSigns.Changed(new Box(column.X - 12, baseline - 5, 0, 0), holder.Change));
    }

    public static XElement Slot(FigureLayout layout, Marked<SlotView> slot)
    {
        var box = layout.Slot(slot.Now.Row);
        return SvgShapes.Group(
            Classes("slot", slot.Now.Tie is null ? "absent" : "", slot.Change),
            SvgShapes.Data("slot", slot.Now.Row.Holder + FactWords.SlotName(slot.Now.Row)),
            Marking(slot.Change),
            Stack(box, slot.Now.Row.Count),
            Outline(box, 0),
            Text(box, Metrics.SlotBaseline, Labels.Slot(slot), "small"),
            SvgSigns.Changed(box, slot.Change));
    }

    public static XElement Device(FigureLayout layout, Marked<DeviceView> device)
    {
        var box = layout.Device(device.Now.Name);
        return SvgShapes.Group(
            Classes("device", "", device.Change),
            SvgShapes.Data("device", device.Now.Name),
            Marking(device.Change),
            Outline(box, 0),
            SvgShapes.Rectangle(new Box(box.X + 3, box.Y + 3, box.Width - 6, box.Height - 6), "inner", 0),
            Text(box, Metrics.FirstBaseline, device.Now.Name, ""),
            Text(box, Metrics.SecondBaseline, Labels.DeviceState(device), "small"),
            SvgSigns.Changed(box, device.Change));
    }

    public static string Kind(MemoryKind kind) => kind switch
    {
        MemoryKind.Anonymous => "anon",
        MemoryKind.OtherOwner => "file",
        MemoryKind.NoStructPage => "io",
        MemoryKind.Kernel => "kernel",
        _ => "free",
    };

    public static XElement Hatch(Box box, string pattern) => SvgShapes.Element(
        "rect", new XAttribute("x", box.X), new XAttribute("y", box.Y), new XAttribute("width", box.Width), new XAttribute("height", box.Height), new XAttribute("rx", 4), new XAttribute("fill", $"url(#{pattern})"), new XAttribute("class", "hatch"));

    private static XElement? Tile(FigureLayout layout, Box box, Marked<FrameView> frame)
    {
        if (frame.Now.Contents.Length == 0) return null;
        var tile = new Box(box.Right - layout.TileWidth, box.Y + 8, layout.TileWidth - Metrics.TileGap, box.Height - 16);
        var isNew = frame.Change == Change.Changed && frame.Was!.Contents != frame.Now.Contents;
        return SvgShapes.Group(
            isNew ? "tile new" : "tile",
            SvgShapes.Rectangle(tile, "", 2),
            SvgShapes.Text(tile.X + (Metrics.Padding / 2), tile.Y + 18, frame.Now.Contents, tile.Width - Metrics.Padding + 2));
    }

    /// <summary>Further edges behind a box that stands for several.</summary>
    private static XElement? Stack(Box box, int count) => count == 1 ? null : SvgShapes.Path(
        $"M{box.X + StackOffset} {box.Bottom + 3}H{box.Right + 3}V{box.Y + StackOffset}", "stack");

    private static XElement Outline(Box box, int isRounded) => SvgShapes.Rectangle(box, "", isRounded * 4);

    private static XElement Text(Box box, int baseline, string text, string classes) =>
        SvgShapes.Text(box.X + Metrics.Padding, box.Y + baseline, text, box.Width - (2 * Metrics.Padding) + 1, classes);

    private static string Classes(string what, string kind, Change change) =>
        string.Join(' ', new[] { what, kind, change switch { Change.None => "", Change.Vanished => "ghost", _ => "new" } }.Where(part => part.Length > 0));

    private static XAttribute? Marking(Change change) => change == Change.None ? null : SvgShapes.Data("changed", change == Change.Vanished ? "gone" : change == Change.Appeared ? "new" : "yes");
}

/// <summary>How a frame is drawn beyond its own facts.</summary>
/// <param name="IsBroken">Whether something went wrong with it.</param>
/// <param name="Hatch">The id of the hatch pattern.</param>
internal sealed record SvgFrameLook(bool IsBroken, string Hatch);
