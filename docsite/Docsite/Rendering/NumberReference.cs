using System.Globalization;
using Markdig.Syntax.Inlines;

namespace Docsite.Rendering;

/// <summary>A link that prints a number: <c>[Figure](#id)</c>, <c>[Table](#id)</c>, <c>[Listing](#id)</c>, in capitals or not.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Word">The word as the page has it.</param>
/// <param name="Name">What stands behind the #.</param>
internal sealed record NumberReference(NumberedKind Kind, string Word, string Name)
{
    /// <summary>Reads a link.</summary>
    /// <returns>The reference, or nothing for every other link.</returns>
    public static NumberReference? Of(LinkInline link)
    {
        if (link.IsImage || link.Url is not ['#', _, ..] url || link.FirstChild is not LiteralInline word || word != link.LastChild) return null;
        var text = word.Content.ToString();
        return Enum.TryParse<NumberedKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(text[0])
            ? new NumberReference(kind, text, Uri.UnescapeDataString(url[1..])) : null;
    }

    /// <summary>What it refers to: where it leads and what a reader reads; nothing where the page has no such thing.</summary>
    public (string Id, string Text)? In(PageNumbers numbers)
    {
        if (numbers.Find(Kind, Name) is { } whole) return (whole.Id, TextOf(whole, ""));
        // A step of a figure: its number follows the last -s.
        var cut = Name.LastIndexOf("-s", StringComparison.Ordinal);
        return cut > 0 && int.TryParse(Name.AsSpan(cut + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var step) && numbers.Find(Kind, Name[..cut]) is { } figure
            ? ($"{figure.Id}-s{step.ToString(CultureInfo.InvariantCulture)}", TextOf(figure, string.Create(CultureInfo.InvariantCulture, $", step {step}"))) : null;
    }

    private string TextOf(Numbered numbered, string step) => string.Create(CultureInfo.InvariantCulture, $"{Word}\u00A0{numbered.Number}{step}");
}
