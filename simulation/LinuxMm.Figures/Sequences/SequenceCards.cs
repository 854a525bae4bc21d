using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>A sequence as a list of cards: one a step.</summary>
internal static class SequenceCards
{
    public static string Of(SequenceFacts facts) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        facts.Frames.Select(frame => Card("kernel", SequenceWords.Frame(frame), $"at first {SequenceWords.State(frame.States[0])}", [])),
        facts.Rows.Select(row => Row(facts, row)),
        facts.Violation.Length == 0 ? null : Card("violation", "✗", facts.Violation, [])).ToString(SaveOptions.DisableFormatting);

    private static XElement Row(SequenceFacts facts, SequenceRow row)
    {
        var touches = facts.Frames.Select((frame, i) => (frame, Text: SequenceWords.Touch(facts, row, i))).Where(part => part.Text.Length > 0).Select(part => $"{SequenceWords.Frame(part.frame)}: {part.Text}");
        var stale = row.Touches.Any(touch => touch.IsStale) ? [SequenceWords.Stale] : Array.Empty<string>();
        var classes = row.Touches.Any(touch => touch.IsWrong) ? "broken" : "";
        return row.IsLeftOut
            ? Card("", row.Step, "", [])
            : Card(classes, $"{row.Number}. {facts.Actors[row.Actor]}", row.Step, [.. new[] { row.Calls, row.Lock }.Where(part => part.Length > 0), .. touches, .. stale]);
    }

    private static XElement Card(string classes, string head, string text, IReadOnlyCollection<string> lines) => new(
        "li",
        new XAttribute("class", $"mm-card {classes}".TrimEnd()),
        new XElement("p", new XElement("b", head), $" {text}".TrimEnd()),
        lines.Count == 0 ? null : new XElement("ul", lines.Select(line => new XElement("li", line))));
}
