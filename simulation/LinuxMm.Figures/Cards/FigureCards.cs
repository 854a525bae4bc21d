using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>Says one step as a list of cards in HTML: one for each process, frame and holder. Narrow screens show it in place of the picture.</summary>
internal static class FigureCards
{
    public static string Of(StepView step)
    {
        var broken = step.Violations.Select(violation => violation.Now.Pfn).OfType<ulong>().ToHashSet();
        var cards = new XElement(
            "ul",
            new XAttribute("class", "mm-cards"),
            step.IsEmpty ? Card("", [StepView.Nothing], []) : null,
            step.Areas.Select(area => area.Now.Process).Distinct().Select(process => Process(step, process)),
            step.Frames.Select(frame => Frame(step, frame, broken.Any(frame.Now.Row.Contains))),
            step.Holders.Select(holder => Holder(step, holder)),
            step.Devices.Select(Device),
            step.Log.Select(line => Card("log", [Mark(line) + line.Now], [])),
            step.Violations.Select(violation => Card("violation", [$"✗ {violation.Now.Sentence}"], [])));
        cards.Add(Key(step, cards.Value.Contains('◆', StringComparison.Ordinal)));
        return cards.ToString(SaveOptions.DisableFormatting);
    }

    // What the lines and letters of these cards stand for.
    private static XElement? Key(StepView step, bool hasChanges)
    {
        var lines = step.Lines.GroupBy(line => TieWords.Arrow(line.Tie, line.Way), line => TieWords.Legend(line.Tie)).Select(group => $"{group.Key} {string.Join(" or ", group.Distinct())}");
        string[] entries = [.. lines, .. FactWords.Letters(step.Entries.Select(entry => entry.Now.Flags)), .. hasChanges ? ["◆ changed"] : Array.Empty<string>()];
        return entries.Length == 0 ? null : new("li", new XAttribute("class", "mm-key"), string.Join(" · ", entries));
    }

    private static XElement Process(StepView step, string process)
    {
        var lines = step.Areas.Where(area => area.Now.Process == process).SelectMany(area => step.Entries
            .Where(entry => entry.IsGhost == area.IsGhost && area.Now.Covers(entry.Now.Row))
            .Select(entry => $"{Mark(entry)}{Labels.EntryAddress(entry)} {Labels.Entry(entry)}")
            .Prepend($"{Mark(area)}{Labels.AreaName(area)}: {Labels.AreaAccess(area)}, {FrameNumbers.Address(area.Now.FirstPage)}, {Labels.AreaSize(area)}"));
        return Card("process", [new XElement("b", process)], lines);
    }

    private static XElement Frame(StepView step, Marked<FrameView> frame, bool isBroken)
    {
        string?[] facts =
        [
            With(frame, f => f.Owner), Labels.RefCount(frame), frame.Now.PinCount is null ? null : Labels.PinCount(frame), With(frame, FactWords.Contents),
        ];
        var lines = step.Lines.Where(line => line.To == frame.Now.Row).Select(line => $"{TieWords.Arrow(line.Tie, line.Way)} {Start(step, line.From)}");
        return Card(
            Classes("frame", frame.Now.Kind, frame.Change) + (isBroken ? " broken" : ""),
            [
                Mark(frame) + (isBroken ? "✗ " : ""),
                new XElement("b", $"frame {FactWords.Pfn(frame.Now.Row)}"),
                $" {string.Join(", ", facts.Where(fact => !string.IsNullOrEmpty(fact)))}",
            ],
            lines);
    }

    private static string Start(StepView step, LineStart start) => start switch
    {
        LineStart.Entry entry => $"{entry.Row.Process} {FactWords.Address(entry.Row)} {step.Entries.First(e => e.Now.Row == entry.Row).Now.Flags}",
        LineStart.Slot slot => $"{slot.Row.Holder}{FactWords.SlotName(slot.Row)} {Promise(step.Slots.First(s => s.Now.Row == slot.Row).Now)}",
        LineStart.Device device => $"{device.Name} {FactWords.Device(step.Devices.First(d => d.Now.Name == device.Name).Now)}",
        _ => throw new ArgumentOutOfRangeException(nameof(start)),
    };

    private static string Promise(SlotView slot) => TieWords.Slot(slot.Content, slot.Tie);

    private static XElement Holder(StepView step, Marked<HolderView> holder)
    {
        var slots = step.Slots.Where(slot => slot.Now.Row.Holder == holder.Now.Name)
            .Select(slot => $"{Mark(slot)}{FactWords.SlotName(slot.Now.Row)} {(slot.IsGhost ? "gone" : With(slot, FactWords.Slot))}");
        var title = holder.IsGhost ? " gone" : $" {holder.Now.Type} {With(holder, FactWords.Flags)}".TrimEnd();
        return Card("holder", [Mark(holder), new XElement("b", holder.Now.Name), title], slots);
    }

    private static XElement Device(Marked<DeviceView> device) => Card(
        "device",
        [Mark(device), new XElement("b", device.Now.Name), $" {(device.IsGhost ? "gone" : With(device, d => d.State))}"],
        device.Now.Targets.Length == 0 ? [] : [$"{TieWords.Arrow(device.Now.Tie!.Value, device.Now.Way)} {TieWords.Way(device.Now.Way)}, frames {device.Now.Targets}"]);

    private static XElement Card(string classes, IEnumerable<object> head, IEnumerable<string> lines)
    {
        var items = lines.Select(line => new XElement("li", line)).ToList();
        return new XElement(
            "li", new XAttribute("class", $"mm-card {classes}".TrimEnd()), new XElement("p", head.Where(part => part is not "")), items.Count == 0 ? null : new XElement("ul", items));
    }

    private static string Classes(string what, MemoryKind kind, Change change) => $"{what} {SvgBoxes.Kind(kind)}{(change == Change.None ? "" : " new")}";

    private static string Mark<T>(Marked<T> part)
        where T : class => part.IsMarked ? "◆ " : "";

    private static string With<T>(Marked<T> part, Func<T, string> fact)
        where T : class => part.Before(fact) is { } was ? $"{fact(part.Now)} (was {(was.Length == 0 ? "zeroes" : was)})" : fact(part.Now);
}
