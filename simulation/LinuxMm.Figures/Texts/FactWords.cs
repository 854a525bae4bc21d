using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>The facts of a picture as short words, the same in all three renderers.</summary>
internal static class FactWords
{
    public static string Pages(int count) => count == 1 ? "1 page" : Invariant($"{count} pages");

    public static string Entry(EntryView entry) => entry.Pfn is { } pfn ? $"{FrameNumbers.Range(pfn, entry.Row.Count)} {entry.Flags}".TrimEnd() : "not present";

    /// <summary>The letters of some entries, each once and with its meaning.</summary>
    public static IEnumerable<string> Letters(IEnumerable<string> flags) =>
        flags.SelectMany(entry => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal).Select(Letter);

    public static string Address(PageRow row) => FrameNumbers.Address(row.FirstPage) + Times(row.Count);

    public static string Pfn(FrameRow row) => FrameNumbers.Range(row.Pfn, row.Count) + Times(row.Count);

    public static string RefCount(FrameView frame) => frame.RefCount is { } count ? Invariant($"ref {count}") : "no struct page";

    public static string PinCount(FrameView frame) => frame.PinCount is { } count ? Invariant($"pin {count}") : "";

    public static string Contents(FrameView frame) => frame.Contents.Length == 0 ? "" : $"\"{frame.Contents}\"";

    public static string Flag(FlagDrawing flag) => $"{flag.Name} {flag.Value switch { true => "1", false => "0", null => "?" }}";

    public static string Flags(HolderView holder) => string.Join("  ", holder.Flags.Select(Flag));

    public static string SlotName(SlotRow row) => row.Count == 1 ? Invariant($"[{row.Index}]") : Invariant($"[{row.Index}-{row.Index + row.Count - 1}]");

    public static string Slot(SlotView slot) => slot.Pfn is { } pfn
        ? $"{FrameNumbers.Range(pfn, slot.Row.Count)} {TieWords.Slot(slot.Content, slot.Tie)}"
        : TieWords.Slot(slot.Content, slot.Tie);

    public static string Device(DeviceView device) => device.Tie is null ? device.State : $"{device.State}, {TieWords.Way(device.Way)}";

    public static string Times(int count) => count == 1 ? "" : Invariant($" × {count}");

    private static string Letter(string letter) => letter switch { "W" => "W writable", "R" => "R read-only", "D" => "D dirty", "S" => "S special", _ => letter };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
