using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Docsite.Rendering;
using Docsite.Theme;

namespace Site.Tests.Themes;

public sealed class ThemeTests
{
    private readonly RazorTheme _theme = new();

    [Fact]
    public void APageSaysWhatItIs()
    {
        var page = Parse(_theme.Page(Models.Page));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Über Pins & „Promises“ · Frame Vectors", page.QuerySelector("title")?.TextContent);
        Assert.Equal("What a \"pin\" is.", page.QuerySelector("meta[name=description]")?.GetAttribute("content"));
        Assert.Equal("article", page.QuerySelector("meta[property='og:type']")?.GetAttribute("content"));
        Assert.Equal("../assets/docsite.css", page.QuerySelector("link[rel=stylesheet]")?.GetAttribute("href"));
        Assert.True(page.QuerySelector("script[src]")?.HasAttribute("defer"));
    }

    [Theory]
    [InlineData("<p>words</p>", "docsite.css")]
    [InlineData("<svg class=\"mm\"></svg>", "docsite.css figures.css")]
    [InlineData("<ul class=\"mm-cards\"></ul>", "docsite.css figures.css")]
    [InlineData("<ul class=\"gallery\"></ul>", "docsite.css cards.css")]
    [InlineData("<pre class=\"wide decl\"></pre>", "docsite.css reference.css")]
    [InlineData("<p>class mm and .decl</p>", "docsite.css")]
    public void APageAsksOnlyForTheSheetsThatItUses(string content, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Parse(_theme.Page(Models.Page with { Content = content })).QuerySelectorAll("link[rel=stylesheet]").Select(link => Path.GetFileName(link.GetAttribute("href")))));

    [Fact]
    public void LettersOutsideAsciiStayLetters() => Assert.Contains("<title>Über Pins &amp; „Promises“", _theme.Page(Models.Page), StringComparison.Ordinal);

    [Fact]
    public void AbsoluteAddressesNeedAHost()
    {
        Assert.Null(Parse(_theme.Page(Models.Page)).QuerySelector("link[rel=canonical], meta[property='og:url']"));
        var page = Parse(_theme.Page(Models.Page with { Address = "https://example.org/docs/learn/pins.html" }));
        Assert.Equal("https://example.org/docs/learn/pins.html", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Fact]
    public void TheFirstStopOfTheKeyboardSkipsToTheText()
    {
        var page = Parse(_theme.Page(Models.Page));
        var first = page.QuerySelector("body a, body button, body input");
        Assert.Equal("#site-text", first?.GetAttribute("href"));
        Assert.Equal("main", page.GetElementById("site-text")?.LocalName);
    }

    [Fact]
    public void TheContentIsWrittenAsItIs() => Assert.Contains(Models.Page.Content, _theme.Page(Models.Page), StringComparison.Ordinal);

    [Fact]
    public void TheMenuMarksThePageAndListsItsHeadings()
    {
        var menu = Parse(_theme.Page(Models.Page)).QuerySelector("nav#site-menu")!;
        Assert.Equal("Pins", menu.QuerySelector("[aria-current=page]")?.TextContent);
        Assert.Equal(["#why"], menu.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")));
        Assert.Equal("site-menu", Parse(_theme.Page(Models.Page)).QuerySelector("[popovertarget]")?.GetAttribute("popovertarget"));
    }

    [Fact]
    public void ThePageEndsWithWhatWasVerified()
    {
        var footer = Parse(_theme.Page(Models.Page)).QuerySelector(".verified")!;
        Assert.Equal("Verified when this page was built: 1 block run · 2 values · 1 figure, some of it in era A, era C3.", Words(footer.QuerySelector("p")!));
        Assert.Equal("Not run: needs a kernel", Words(footer.QuerySelector(".not-run")!));
        var nothing = Parse(_theme.Page(Models.Page with { Verified = new VerifiedSummary(0, 0, 0, 0, 0) })).QuerySelector(".verified")!;
        Assert.StartsWith("No code runs on this page.", Words(nothing), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryStepOfAFigureIsInThePageAndLeadsOn()
    {
        var figure = Parse(_theme.Figure(Models.Figure(3)));
        Assert.Equal(["dma-s1", "dma-s2", "dma-s3"], figure.QuerySelectorAll(".steps > li").Select(step => step.Id));
        Assert.Equal(["#dma-s2", "#dma-s3"], figure.QuerySelectorAll("[data-to=next]").Select(link => link.GetAttribute("href")));
        Assert.Equal(["#dma-s1", "#dma-s2"], figure.QuerySelectorAll("[data-to=back]").Select(link => link.GetAttribute("href")));
        Assert.All(figure.QuerySelectorAll(".steps > li"), step => Assert.Equal("#" + step.Id, step.QuerySelector("[aria-current=step]")?.GetAttribute("href")));
        Assert.Equal(["card 1", "card 2", "card 3"], figure.QuerySelectorAll(".as-text .cards p").Select(card => card.TextContent));
        Assert.Equal("write after free", figure.QuerySelector("#dma-s3 > .violation")?.TextContent);
        Assert.StartsWith("Figure 2", figure.QuerySelector("figcaption")?.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFigureOfOneStepHasNoWayToStep() => Assert.Null(Parse(_theme.Figure(Models.Figure(1))).QuerySelector(".track, .only"));

    [Fact]
    public void AFigureIsEnlargedByAButtonThatNeedsNoScript()
    {
        var figure = Parse(_theme.Figure(Models.Figure(2)));
        Assert.Equal("dma", figure.QuerySelector("button[popovertarget]")?.GetAttribute("popovertarget"));
        Assert.True(figure.GetElementById("dma")?.HasAttribute("popover"));
    }

    [Fact]
    public void TheCodeThatLedToAStepStandsBesideItWithoutItsComments()
    {
        var code = new StepCode("pin", true, [.. Models.Code.Lines.Where(line => !line.IsHidden)]) { First = 1, Last = 1 };
        var figure = Parse(_theme.Figure(Models.Figure(2) with { Code = [null, code] }));
        Assert.Null(figure.QuerySelector("#dma-s1 .ran"));
        Assert.Equal("…\na < b", figure.QuerySelector("#dma-s2 .ran")?.TextContent);
        Assert.Equal("pin", figure.QuerySelector(".ran")?.GetAttribute("data-block"));
    }

    [Fact]
    public void NumberedNotesStandBelowTheCode()
    {
        var block = Parse(_theme.Code(Models.Code with { Notes = [new CodeNote(2, "calls `a < b`, once"), new CodeNote(3, "a ` alone")] }));
        Assert.Equal(["calls a < b, once", "a ` alone"], block.QuerySelectorAll(".callouts li").Select(note => note.TextContent));
        Assert.Equal("2", block.QuerySelector(".callouts li")?.GetAttribute("value"));
        Assert.Equal("a < b", block.QuerySelector(".callouts code")?.TextContent);
    }

    [Fact]
    public void TheFolderThatIsReadStandsOpenAndOnTheFrontPageAllDo()
    {
        var page = Models.Page with { Menu = [.. Models.Page.Menu, new MenuEntry("Thread", "../thread/index.html", false, [new MenuEntry("Mail", "../thread/mail.html", false, [])])] };
        Assert.Equal(["Learn"], Open(page));
        Assert.Equal(["Learn", "Thread"], Open(page with { Metadata = page.Metadata.Add("Layout", "home") }));
        Assert.Equal("Overview", Parse(_theme.Page(page)).QuerySelector("#site-menu a[href='../thread/index.html']")?.TextContent);
    }

    private IEnumerable<string> Open(PageModel page) =>
        Parse(_theme.Page(page)).QuerySelectorAll("#site-menu details[open] > summary").Select(summary => summary.TextContent);

    [Fact]
    public void ABlockFoldsItsHiddenLinesAndKeepsItsText()
    {
        var block = Parse(_theme.Code(Models.Code));
        Assert.Equal("using LinuxMm;\na < b  // => true\n", block.QuerySelector("pre code")?.TextContent);
        Assert.Equal("using LinuxMm;\n", block.QuerySelector(".hid")?.TextContent);
        Assert.Equal("1 more line", Words(block.QuerySelector(".reveal")!));
        Assert.Equal("// => true", block.QuerySelector("mark .v")?.TextContent);
        Assert.Equal("ran in eras A, B2, C3", Words(block.QuerySelector(".status")!));
    }

    [Fact]
    public void OutputsThatDifferAreChosenByName()
    {
        var block = Parse(_theme.Code(Models.Code));
        Assert.Equal(["era A", "eras B2, C3"], block.QuerySelectorAll(".tabs > label").Select(label => label.TextContent));
        Assert.Equal(block.QuerySelectorAll(".tabs > input").Select(input => input.Id), block.QuerySelectorAll(".tabs > label").Select(label => label.GetAttribute("for")));
        Assert.Equal(["one", "two <2>"], block.QuerySelectorAll("samp").Select(output => output.TextContent));
    }

    [Fact]
    public void AClaimHasItsAnchorAndVerdict()
    {
        var claim = Parse(_theme.Claim(new ClaimModel("M15", "holds-if", 1, "<p>Inside.</p>"))).GetElementById("claim-M15")!;
        Assert.Equal("holds-if", claim.GetAttribute("data-verdict"));
        Assert.Equal("M15 holds if tested by 1 run", Words(claim.QuerySelector(".claim-head")!));
    }

    [Fact]
    public void TheSameModelGivesTheSameBytes()
    {
        var other = new RazorTheme();
        Assert.Equal(_theme.Page(Models.Page), other.Page(Models.Page));
        Assert.Equal(_theme.Figure(Models.Figure(3)), other.Figure(Models.Figure(3)));
        Assert.DoesNotContain('\r', _theme.Page(Models.Page));
    }

    [Fact]
    public void ManyThreadsMayRenderAtOnce()
    {
        var expected = _theme.Page(Models.Page);
        Parallel.For(0, 50, _ => Assert.Equal(expected, _theme.Page(Models.Page)));
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
