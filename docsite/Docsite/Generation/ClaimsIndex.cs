using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Discovery;
using Docsite.Parsing;
using Docsite.Parsing.Examples;
using Docsite.Planning;
using Docsite.Rendering;
using Docsite.Settings;
using Markdig.Syntax;

namespace Docsite.Generation;

/// <summary>Every claim of the site: the words that were claimed, its verdict, what was found, the page that tests it, and the runs.</summary>
internal sealed class ClaimsIndex : IPageGenerator
{
    private static readonly char[] Digits = [.. "0123456789"];

    public GeneratedPages Generate(VerifiedSite site)
    {
        var claims = site.Pages.SelectMany(page => page.Parsed.Claims.Select(claim => new TestedClaim(claim, page, Runs(site, page, claim), ExamplesOf(site, claim))))
            .OrderBy(tested => tested.Claim.Id.TrimEnd(Digits), StringComparer.Ordinal).ThenBy(tested => Number(tested.Claim.Id)).ThenBy(tested => tested.Claim.Id, StringComparer.Ordinal).ToList();
        if (claims is []) return GeneratedPages.None;
        return new GeneratedPages(
        [
            new GeneratedPage
            {
                Name = "claims",
                Route = "claims.html",
                Title = "Which claims hold?",
                Description = "Every claim of the site with its verdict and the runs that test it.",
                Order = 90,
                Xref = "claims",
                Content = new GeneratedContent.OfMarkdown(Markdown(claims, site.Settings)),
            },
        ]);
    }

    // M2 stands before M10.
    private static int Number(string id) =>
        int.TryParse(id.AsSpan(id.TrimEnd(Digits).Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Markdown(List<TestedClaim> claims, SiteSettings settings)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{claims.Count} {(claims.Count == 1 ? "claim" : "claims")}: {Counts(claims, settings)}. A claim that nothing runs for is an error, and so is a run that shows something else than its page says.\n\n");
        // A site that quotes nobody needs no column for it.
        var quotes = claims.Any(tested => Quotation(tested.Claim).Any());
        text.Append(quotes ? "| Claim | What was said | Verdict | What the runs show | Tested by |\n|---|---|---|---|---|\n" : "| Claim | Verdict | What the runs show | Tested by |\n|---|---|---|---|\n");
        foreach (var tested in claims) text.Append(Row(tested, settings, quotes)).Append('\n');
        return text.ToString();
    }

    private static string Counts(List<TestedClaim> claims, SiteSettings settings) => string.Join(", ", settings.Verdicts
        .Select(verdict => (Verdict: verdict, Count: claims.Count(tested => tested.Claim.Verdict == verdict))).Where(group => group.Count > 0)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count} {MarkdownText.Escape(Words(group.Verdict))}")));

    private static string Row(TestedClaim tested, SiteSettings settings, bool quotes)
    {
        var (claim, page, runs, _) = tested;
        var link = $"~/{page.Route}#claim-{claim.Id}";
        var badge = $"<span class=\"badge\" data-kind=\"verdict\" data-verdict=\"{MarkdownText.EscapeHtml(claim.Verdict)}\">{MarkdownText.EscapeHtml(Words(claim.Verdict))}</span>";
        var variants = VariantLabels.Of(runs, settings);
        var count = string.Create(CultureInfo.InvariantCulture, $"{runs.Length} {(runs.Length == 1 ? "run" : "runs")}");
        var words = quotes ? $" {Quoted(claim)} |" : "";
        return $"| [{MarkdownText.Escape(claim.Id)}](<{link}>) |{words} {badge} | {MarkdownText.Escape(SentenceOf(claim))} "
            + $"| [{MarkdownText.Escape(page.Title)}](<{link}>): {count}{(variants.Length == 0 ? "" : $" in {MarkdownText.Escape(variants)}")}{string.Concat(tested.Examples.Select(Link))} |";
    }

    /// <summary>What was claimed, in the words of who claimed it, and who that was.</summary>
    private static string Quoted(Claim claim) => TextsOf(Quotation(claim)).ToList() is [var words, .. var source]
        ? $"<q>{MarkdownText.Escape(words)}</q>{string.Concat(source.Select(line => $" {MarkdownText.Escape(line)}"))}"
        : "";

    /// <summary>What was found, in the page's own words.</summary>
    private static string SentenceOf(Claim claim) =>
        TextsOf(claim.Syntax.Descendants<ParagraphBlock>().Except(Quotation(claim))).FirstOrDefault() ?? "";

    /// <summary>The quotation that the claim begins with, if it does: the words, then whose they are.</summary>
    private static IEnumerable<ParagraphBlock> Quotation(Claim claim) =>
        claim.Syntax.FirstOrDefault() is QuoteBlock quote ? quote.Descendants<ParagraphBlock>() : [];

    private static IEnumerable<string> TextsOf(IEnumerable<ParagraphBlock> paragraphs) =>
        paragraphs.Select(paragraph => paragraph.Inline is { } words ? Headings.ReadingOf(words) : "").Where(text => text.Length > 0);

    private static ImmutableArray<Variant?> Runs(VerifiedSite site, SitePage page, Claim claim) =>
        [.. claim.Blocks.SelectMany(block => site.RunsOf(page).Of(block).Select(run => block.Options.Variants.IsEmpty ? null : run.Variant))];

    private static ImmutableArray<SitePage> ExamplesOf(VerifiedSite site, Claim claim) =>
        [.. site.Pages.Where(page => page.Source.IsExample && ExampleFooter.ClaimsOf(page.Parsed.FrontMatter).Any(one => one.Id == claim.Id))];

    private static string Link(SitePage example) => $" · [{MarkdownText.Escape(example.Title)}](<~/{example.Route}>)";

    // Verdicts are single words on a page, e.g. holds-if.
    private static string Words(string verdict) => verdict.Replace('-', ' ');

    private sealed record TestedClaim(Claim Claim, SitePage Page, ImmutableArray<Variant?> Runs, ImmutableArray<SitePage> Examples);
}
