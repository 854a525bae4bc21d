using System.Collections.Immutable;
using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>A walk in words.</summary>
internal static class WalkWords
{
    public const string AddressSubject = "address";
    public const string EndSubject = "end";

    public static string FrameSubject(FrameDrawing frame) => $"frame {FrameNumbers.Range(frame.Pfn, 1)}";

    public static string Hex(ulong value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:x}");

    public static string Area(WalkFacts walk) => walk.Area is { } area ? $"in {area.Name} ({area.Access})" : "in no mapping";

    public static string Entry(WalkFacts walk, WalkLevel level) => level.Entry switch
    {
        WalkEntry.Table => "next table",
        WalkEntry.Frame => $"pfn {FrameNumbers.Range(walk.Frame!.Pfn, 1)} {walk.Flags}",
        WalkEntry.None => "none: the walk stops",
        _ => "not reached",
    };

    public static string Physical(WalkFacts walk) => Hex((walk.Frame!.Pfn << VirtualAddress.PageShift) + walk.Offset);

    public static string Frame(FrameDrawing frame)
    {
        var counters = frame.RefCount is null ? "no struct page" : string.Create(CultureInfo.InvariantCulture, $"ref {frame.RefCount}  pin {frame.PinCount}");
        return $"{frame.Owner}  {counters}{(frame.Contents.Length == 0 ? "" : $"  \"{frame.Contents}\"")}";
    }

    /// <summary>What the letters of the last entry stand for.</summary>
    public static string Letters(WalkFacts walk) => string.Join(" · ", FactWords.Letters([walk.Flags]));

    /// <summary>What happens to the access that asked.</summary>
    public static string End(WalkFacts walk) => (walk.Frame, walk.Area) switch
    {
        ({ } frame, _) => $"physical address {Physical(walk)} = frame {FrameNumbers.Range(frame.Pfn, 1)} + {Hex(walk.Offset)}",
        (_, { }) => "page fault: the kernel may find a frame for it",
        _ => "page fault: nothing is mapped here, SIGSEGV",
    };

    /// <summary>The lines of the text form.</summary>
    public static ImmutableArray<WalkLine> Lines(WalkFacts walk) =>
    [
        new(AddressSubject, $"{Hex(walk.Address)}  {Area(walk)}"),
        .. walk.Levels.Select(level => new WalkLine(level.Place, level.Entry switch
        {
            WalkEntry.Frame => $"{TieWords.Arrow(Tie.Mapping)} {FrameNumbers.Range(walk.Frame!.Pfn, 1)}  {walk.Flags}",
            WalkEntry.Table => $"{TieWords.Arrow(Tie.Mapping)} next table",
            _ => Entry(walk, level),
        })),
        .. walk.Frame is { } frame ? [new(FrameSubject(frame), Frame(frame))] : Array.Empty<WalkLine>(),
        new(EndSubject, End(walk)),
    ];

    public static string Sentence(WalkFacts walk) =>
        $"Address {Hex(walk.Address)} {Area(walk)}. {string.Join(", ", walk.Levels.Select(level => $"{level.Place} {Entry(walk, level)}"))}. {(walk.Frame is { } frame ? $"Frame: {Frame(frame)}. " : "")}End: {End(walk)}.";
}
