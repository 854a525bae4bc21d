using System.Text.RegularExpressions;

namespace Docsite.Rendering;

/// <summary>The addresses in HTML that only Docsite understands.</summary>
internal static partial class HtmlAddresses
{
    /// <summary>Where they stand in a text, in its order.</summary>
    public static IEnumerable<Capture> In(string html) => Attribute().Matches(html)
        .SelectMany(attribute => Own().Matches(attribute.Groups["value"].Value), (attribute, own) => (Attribute: attribute, Own: own))
        .Select(one => new Capture(one.Attribute.Groups["value"].Index + one.Own.Index, one.Own.Value));

    /// <summary>Whether an attribute may hold several addresses, each with a width behind it.</summary>
    public static bool IsList(string attribute) => attribute is "srcset" or "imagesrcset";

    /// <summary>The addresses in an attribute that holds several.</summary>
    public static IEnumerable<string> OfList(string value) => Candidate().Matches(value).Select(match => match.Value.TrimEnd(','));

    [GeneratedRegex("""(?<=(^|\s)(href|src|srcset|poster|data|action)\s*=\s*)("(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    // A page's file, as Markdown links name it, or one of the prefixes.
    [GeneratedRegex(@"(?<=^|,\s*)(xref:[^,]+|(~/|/(?!/))[^\s,]*|[^\s,:#?]+\.md(?=$|[#?])[^\s,]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<=^|,|\s)(?<=^\s*|,\s*)[^\s,]\S*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();

    /// <summary>An address in a text.</summary>
    internal readonly record struct Capture(int Index, string Value);
}
