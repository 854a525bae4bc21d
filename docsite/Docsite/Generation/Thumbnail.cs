using System.Text.RegularExpressions;
using Docsite.Display;

namespace Docsite.Generation;

/// <summary>A picture in small, beside words that say what it shows.</summary>
internal static partial class Thumbnail
{
    /// <summary>The drawing without its own words, and with ids that no other drawing of the page has; nothing for a table, which says nothing in small.</summary>
    /// <param name="step">What is drawn.</param>
    /// <param name="prefix">Unique on the page.</param>
    public static string Of(PictureStep step, string prefix)
    {
        if (!step.Svg.StartsWith("<svg", StringComparison.Ordinal)) return "";
        var svg = Words().Replace(step.Svg.ReplaceLineEndings(" "), "").Replace("<svg", "<svg aria-hidden=\"true\"", StringComparison.Ordinal);
        return Id().Replace(svg, match => match.Value + prefix);
    }

    [GeneratedRegex("""<(title|desc)\b[^>]*>.*?</\1>|\s(aria-labelledby|aria-describedby|role)="[^"]*"(?=[^<]*>)""", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("""(?<=\s)id="|url\(#|href="#""", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
