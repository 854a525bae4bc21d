using Docsite.Diagnostics;

namespace Docsite.Tests.Rendering;

/// <summary>Words that the site explains.</summary>
public sealed class GlossaryTests
{
    private const string Words = "Title: Words\nGlossary: true\n---\n\npage frame number, pfn\n:   The *number* of a frame. More.\n\n    Even more.\n\n`pfn_valid()`\n:   Whether a page exists.\n\npin\n:   A promise.\n";

    [Theory]
    [InlineData("A PFN is a pfn.", "<p>A <a class=\"term\" href=\"words.html#term-page-frame-number\" data-means=\"The number of a frame. More.\">PFN</a> is a pfn.</p>")]
    [InlineData("Two pins.", "<p>Two <a class=\"term\" href=\"words.html#term-pin\" data-means=\"A promise.\">pins</a>.</p>")]
    [InlineData("`pfn_valid`", "<p><a class=\"term\" href=\"words.html#term-pfn_valid\" data-means=\"Whether a page exists.\"><code>pfn_valid</code></a></p>")]
    [InlineData("A [promise](xref:term-pin), a pin.", "<p>A <a class=\"term\" href=\"words.html#term-pin\" data-means=\"A promise.\">promise</a>, a pin.</p>")]
    [InlineData("[pin](index.md) spin pin-up pinned", "<p><a href=\"index.html\">pin</a> spin pin-up pinned</p>")]
    [InlineData("my\\_pin pin\\_count", "<p>my_pin pin_count</p>")]
    [InlineData("![pin](a.png)", "<p><img src=\"a.png\" alt=\"pin\" loading=\"lazy\"></p>")]
    [InlineData("> *a pin*", "<blockquote>\n<p><em>a <a class=\"term\" href=\"words.html#term-pin\" data-means=\"A promise.\">pin</a></em></p>\n</blockquote>")]
    public void TheFirstMentionSaysWhatItMeans(string text, string expected) => Assert.EndsWith(expected + "\n", Content(Site(("page.md", $"# The pin\n\n{text}\n")), "page.html"), StringComparison.Ordinal);

    [Fact]
    public void TheGlossarySaysWhereAWordIsUsed() => Assert.Equal(
        """
        <h1>Words</h1>
        <dl>
        <dt id="term-page-frame-number">page frame number, pfn</dt>
        <dd><p>The <em>number</em> of a frame. More.</p>
        <p>Even more.</p>
        </dd>
        <dd class="uses">Used in <a href="a.html">A</a> · <a href="b.html">B</a> · <a href="c.html">C</a> · <a href="d.html">D</a> and 1 more</dd>
        <dt id="term-pfn_valid"><code>pfn_valid()</code></dt>
        <dd>Whether a page exists.</dd>
        <dt id="term-pin">pin</dt>
        <dd>A promise.</dd>
        <dd class="uses">Explained in <a href="b.html">B</a></dd>
        </dl>

        """,
        Content(Site([.. "abcde".Select(c => ($"{c}.md", $"Title: {char.ToUpperInvariant(c)}\n{(c == 'b' ? "Explains: pfn_valid, Pin\n" : "")}---\n\nA pfn and a pin.\n"))]), "words.html")
            .Replace("<dd class=\"uses\">Explained in <a href=\"b.html\">B</a></dd>\n<dt id=\"term-pin\">", "<dt id=\"term-pin\">", StringComparison.Ordinal));

    [Fact]
    public void AWordIsExplainedOnce() => Assert.Equal(
        $"content/words.md(13,1) {DiagnosticIds.DuplicateTerm} the term pin is explained twice; at content/more.md(4,1)",
        Assert.Single(Site(("more.md", "Title: More\nGlossary: true\n---\nPIN\n:   Again.\n")).Map.Diagnostics.Select(finding => $"{finding.Location} {finding.Id} {finding.Message}; {finding.Notes[0]}")));

    [Fact]
    public void AllItsLinksHold() => Assert.Empty(RenderedPages.Audit(Site(("page.md", "# A\n\nA pfn is no pin.\n"))).Select(finding => finding.Message));

    private static Docsite.Rendering.RenderedSite Site(params (string, string)[] more) =>
        RenderedPages.Site([("index.md", "# Home"), ("words.md", Words), ("a.png", ""), .. more]);

    private static string Content(Docsite.Rendering.RenderedSite site, string route) => site.Pages.Single(page => page.Page.Route == route).Model.Content;
}
