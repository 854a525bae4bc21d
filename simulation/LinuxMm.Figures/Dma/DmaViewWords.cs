using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>A scatter list in words.</summary>
internal static class DmaViewWords
{
    public const string NotMapped = "not mapped for a device";

    public static string Piece(DmaPiece piece) => string.Create(CultureInfo.InvariantCulture, $"[{piece.Index}] pfn {FrameNumbers.Range(piece.First, piece.Frames)}");

    public static string Bytes(DmaPiece piece) => string.Create(CultureInfo.InvariantCulture, $"{Bytes(piece.Length)}{(piece.Offset == 0 ? "" : $" from offset 0x{piece.Offset:x}")}");

    public static string LeftOut(DmaViewFacts facts) => string.Create(CultureInfo.InvariantCulture, $"… {facts.LeftOut} more pieces");

    public static string Addresses(DmaViewFacts facts, int first, int count)
    {
        var last = facts.Pieces[first + count - 1];
        return string.Create(CultureInfo.InvariantCulture, $"0x{facts.Pieces[first].Address:x}-0x{last.Address!.Value + (ulong)last.Length - 1:x}");
    }

    public static string Range(DmaViewFacts facts, int first, int count)
    {
        var bytes = facts.Pieces.Skip(first).Take(count).Sum(piece => piece.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{(count == 1 ? "1 piece" : $"{count} pieces as one")}, {Bytes(bytes)}");
    }

    /// <summary>Whether a device that wants one range can use the buffer.</summary>
    public static string Contiguity(DmaViewFacts facts) => !facts.IsMapped
        ? string.Create(CultureInfo.InvariantCulture, $"{Bytes(facts.Size)} in {Count(facts)}; no device has addresses for them")
        : facts.Contiguous >= facts.Size
            ? string.Create(CultureInfo.InvariantCulture, $"one range for the device: all {Bytes(facts.Size)}")
            : string.Create(CultureInfo.InvariantCulture, $"not one range for the device: {facts.Contiguous} of {facts.Size} bytes follow the first address");

    public static string Text(DmaViewFacts facts)
    {
        var lines = facts.Pieces.Select(piece => (Piece(piece), Bytes(piece), Bus(facts, piece))).ToList();
        var (first, second) = (lines.Select(line => line.Item1.Length).DefaultIfEmpty().Max(), lines.Select(line => line.Item2.Length).DefaultIfEmpty().Max());
        return string.Join('\n', [.. lines.Select(line => $"{line.Item1.PadRight(first)}  {line.Item2.PadRight(second)}  {line.Item3}"), .. Rest(facts)]);
    }

    public static string Description(DmaViewFacts facts) => string.Join(' ', [.. facts.Pieces.Select(piece => $"{Piece(piece)}, {Bytes(piece)}: {Bus(facts, piece)}."), .. Rest(facts).Select(line => $"{line}.")]);

    public static string Cards(DmaViewFacts facts) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        facts.Pieces.Select(piece => new XElement("li", new XAttribute("class", "mm-card kernel"), new XElement("p", new XElement("b", Piece(piece)), $" {Bytes(piece)}"), new XElement("ul", new XElement("li", Bus(facts, piece))))),
        Rest(facts).Select(line => new XElement("li", new XAttribute("class", "mm-card"), new XElement("p", line)))).ToString(SaveOptions.DisableFormatting);

    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "byte" : "bytes")}");

    private static string Count(DmaViewFacts facts) => string.Create(CultureInfo.InvariantCulture, $"{facts.Pieces.Length + facts.LeftOut} {(facts.Pieces.Length + facts.LeftOut == 1 ? "piece" : "pieces")}");

    private static string Bus(DmaViewFacts facts, DmaPiece piece) => piece.Address is null ? NotMapped : $"──▶ {Addresses(facts, piece.Index, 1)}";

    private static IEnumerable<string> Rest(DmaViewFacts facts) =>
        [.. facts.LeftOut == 0 ? Array.Empty<string>() : [LeftOut(facts)], $"{(facts.IsMapped && facts.Contiguous < facts.Size ? "✗ " : "")}{Contiguity(facts)}"];
}
