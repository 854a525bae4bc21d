using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>The flags as cards: what the vector is now, and below it the four states in the same square as in the picture.</summary>
internal static partial class FlagCards
{
    private static readonly FrameVectorState[] Square =
        [FrameVectorState.PinnedPages, FrameVectorState.PfnsWithReference, FrameVectorState.PagesWithoutReference, FrameVectorState.BarePfns];

    public static string Of(FlagFacts now, FlagFacts? before) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards mm-square"),
        Now(now, before),
        Square.Select(state => State(state, isNow: state == now.State))).ToString(SaveOptions.DisableFormatting);

    private static XElement Now(FlagFacts now, FlagFacts? before)
    {
        var isChanged = before is not null && before != now;
        return new XElement(
            "li",
            new XAttribute("class", $"mm-card whole {(FlagWords.AreAlike(now.State) ? "broken" : "anon")}{(isChanged ? " new" : "")}"),
            new XElement("p", isChanged ? "◆ " : null, new XElement("b", now.State.ToString()), $" {FlagWords.Sentence(now, before)}"));
    }

    private static XElement State(FrameVectorState state, bool isNow) => new(
        "li",
        new XAttribute("class", $"mm-card{(FlagWords.AreAlike(state) ? " alike" : "")}{(isNow ? " anon here" : "")}"),
        new XElement("p", isNow ? "▶ " : null, new XElement("b", WordStart().Split($"{state}").SelectMany(IEnumerable<object> (word) => [word, new XElement("wbr")]).SkipLast(1))),
        new XElement("p", string.Join(", ", FlagWords.Flags(state).Select(FactWords.Flag))),
        new XElement("p", FlagWords.Meaning(state)),
        FlagWords.AreAlike(state) ? new XElement("p", "✗ flags alike") : null);

    // A name in a narrow card may be broken before each of its words.
    [GeneratedRegex("(?<!^)(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
