using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Docsite.Verification;

/// <summary>Lays two drawings of a figure beside one another, step by step, and marks what only one of them says.</summary>
internal static partial class ReviewMarkup
{
    /// <summary>For the page that shows them: a difference stands out, a step that is the same steps back.</summary>
    public const string Style =
        "html{background:var(--bg)!important}main{max-width:none!important;padding:1rem!important}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(40rem,1fr));gap:0 1rem}.pair h2{margin:0;font-size:1rem}"
        + ".pair .figure{margin:.3rem 0 1.5rem}.pair .steps,.pair .steps>li{display:block!important;visibility:visible!important}.pair :is(.track,.ran){display:none!important}.pair.same{opacity:.4}"
        + ".differs{fill:var(--bad)!important;color:var(--bad)!important;font-weight:700!important}li.differs{outline:2px solid}g:has(>.differs)>rect:first-of-type{stroke:var(--bad)!important;stroke-width:5!important}";

    private const string Said = ".step-title, .caption, .picture text, .picture td, .cards li:not(:has(li)), .cards p, .steps > li > .violation";

    /// <summary>One pair for each step of either.</summary>
    /// <param name="published">The figure as readers see it; nothing when it is new.</param>
    /// <param name="drawn">The figure as it is drawn now.</param>
    /// <param name="variants">Who draws it so; empty where everybody does.</param>
    /// <returns>The pairs, and whether the figure is drawn as it was published.</returns>
    public static (string Html, bool IsSame) Of(IElement? published, string drawn, string variants)
    {
        using var now = new HtmlParser().ParseDocument(drawn);
        var (before, after) = (Steps(published), Steps(now.QuerySelector(".figure")));
        var label = variants.Length == 0 ? "" : $" ({WebUtility.HtmlEncode(variants)})";
        var pairs = Enumerable.Range(0, Math.Max(before.Count, after.Count))
            .Select(i => Pair(before.ElementAtOrDefault(i), after.ElementAtOrDefault(i), string.Create(CultureInfo.InvariantCulture, $"step {i + 1}{label}"))).ToList();
        return (string.Concat(pairs.Select(pair => pair.Html)), pairs.TrueForAll(pair => pair.IsSame));
    }

    private static (string Html, bool IsSame) Pair(IElement? before, IElement? after, string step)
    {
        var (said, says) = (Texts(before), Texts(after));
        var isSame = Mark(before, says) + Mark(after, said) == 0 && before is not null && after is not null;
        return ($"<div class=\"pair{(isSame ? " same" : "")}\"><section><h2>As published, {step}{(isSame ? ": the same" : "")}</h2>{Alone(before, "Not published yet.")}</section><section><h2>Now, {step}</h2>{Alone(after, "Gone.")}</section></div>", isSame);
    }

    private static List<IElement> Steps(IElement? figure) => figure is null ? [] : [.. figure.QuerySelectorAll(".steps > li")];

    private static List<string> Texts(IElement? step) => step is null ? [] : [.. step.QuerySelectorAll(Said).Select(Words)];

    private static int Mark(IElement? step, List<string> other)
    {
        if (step is null) return 0;
        var rest = other.ToList();
        var only = step.QuerySelectorAll(Said).Where(part => !rest.Remove(Words(part))).ToList();
        only.ForEach(part => part.ClassList.Add("differs"));
        return only.Count;
    }

    private static string Words(IElement part) => Blanks().Replace(part.TextContent, " ").Trim();

    private static string Alone(IElement? step, string nothing) => step is null ? $"<p>{nothing}</p>" : $"<div class=\"figure\"><ol class=\"steps\">{step.OuterHtml}</ol></div>";

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
