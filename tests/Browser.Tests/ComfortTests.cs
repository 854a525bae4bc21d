using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What a page offers beside its words: the menu, colours, copying, help.</summary>
public sealed class ComfortTests(Chromium chromium)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Fact]
    public async Task TabReachesEveryControlOfAPageInItsOrder()
    {
        // The elements themselves are compared: a focused name in code changes its attributes.
        const string Controls = """
            window.controls = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
                .filter(each => each.tabIndex >= 0 && each.checkVisibility({ visibilityProperty: true }) && !(each.type === 'radio' && !each.checked));
            window.controls.length
            """;
        await using var open = await chromium.OpenAsync("index.html", new View());
        var count = await open.Page.EvaluateAsync<int>(Controls);
        var reached = new List<int>();
        for (var i = 0; i < count; i++)
        {
            await open.Page.Keyboard.PressAsync("Tab");
            reached.Add(await open.Page.EvaluateAsync<int>("window.controls.indexOf(document.activeElement)"));
        }
        Assert.Equal(Enumerable.Range(0, count), reached);
    }

    [Fact]
    public async Task TheFirstTabOffersTheTextAndEnterGoesThere()
    {
        await using var open = await chromium.OpenAsync("index.html", new View());
        await open.Page.Keyboard.PressAsync("Tab");
        Assert.True(await open.Page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"));
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("site-text", await open.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheMenuOpensOnANarrowWindow(bool javaScript)
    {
        await using var open = await chromium.OpenAsync("index.html", new View(Width: 320, JavaScript: javaScript));
        var menu = open.Page.Locator("#site-menu");
        Assert.False(await menu.IsVisibleAsync());
        await open.Page.Locator(".menu-button").ClickAsync();
        Assert.True(await menu.IsVisibleAsync());
        if (javaScript) Assert.Empty(await ViolationsAsync(open.Page));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await menu.IsVisibleAsync());
    }

    [Fact]
    public async Task AChosenSchemeIsRemembered()
    {
        await using var open = await chromium.OpenAsync("index.html", new View());
        var light = await open.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).color");
        await open.Page.Locator(".scheme input[value=dark]").CheckAsync();
        Assert.NotEqual(light, await open.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).color"));
        await open.Page.ReloadAsync();
        Assert.True(await open.Page.Locator(".scheme input[value=dark]").IsCheckedAsync());
        Assert.NotEqual(light, await open.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).color"));
    }

    [Fact]
    public async Task TheQuestionMarkListsTheKeys()
    {
        await using var open = await chromium.OpenAsync("index.html", new View());
        await open.Page.Keyboard.PressAsync("?");
        Assert.True(await open.Page.Locator("dialog.keys").IsVisibleAsync());
        Assert.Empty(await ViolationsAsync(open.Page));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await open.Page.Locator("dialog.keys").IsVisibleAsync());
    }

    [Fact]
    public async Task AnEnlargedFigureHasNoViolations()
    {
        await using var open = await chromium.OpenAsync("index.html", new View(Width: 320));
        await open.Page.Locator(".tools [popovertarget]").First.ClickAsync();
        Assert.Empty(await ViolationsAsync(open.Page));
    }

    [Fact]
    public async Task CopiedCodeIsTheCodeWithoutWhatItStatesAndItsNotes()
    {
        await using var open = await chromium.OpenAsync("contribute/parts.html", new View());
        // Reading the real clipboard asks the reader first, and nobody is there to answer.
        await open.Page.EvaluateAsync("() => { navigator.clipboard.writeText = async text => { globalThis.copied = text; }; }");
        var block = open.Page.Locator(".code:has(.v):has(.note)").First;
        await block.Locator(".copy").ClickAsync();
        var copied = await open.Page.EvaluateAsync<string>("globalThis.copied");
        Assert.NotEmpty(copied);
        Assert.DoesNotContain("// =>", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("(1)", copied, StringComparison.Ordinal);
        Assert.Equal("Copied", await open.Page.Locator("[role=status]").TextContentAsync());
    }

    [Fact]
    public async Task ColoursOfTheSystemLeaveEveryWordOnItsGround()
    {
        await using var open = await chromium.OpenAsync("index.html", new View());
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        Assert.True(await open.Page.EvaluateAsync<bool>("matchMedia('(forced-colors: active)').matches"));
        Assert.Equal("solid", await open.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.on .dots [aria-current]')).outlineStyle"));
    }

    [Fact]
    public async Task LinesOfProseHaveAboutSixtyEightCharacters()
    {
        // The middle one of all full lines of paragraphs, last lines left out.
        const string Lines = """
            (() => {
              const full = [...document.querySelectorAll('article > h1 ~ p:not(h1 + p)')].flatMap(paragraph => {
                const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = new Range(), lines = new Map();
                for (let text; (text = texts.nextNode());) for (let i = 0; i < text.length; i++) {
                  range.setStart(text, i);
                  range.setEnd(text, i + 1);
                  const box = range.getClientRects()[0];
                  if (box) lines.set(Math.round(box.bottom / 12), (lines.get(Math.round(box.bottom / 12)) ?? 0) + 1);
                }
                return [...lines.values()].slice(0, -1);
              }).sort((a, b) => a - b);
              return full[full.length >> 1];
            })()
            """;
        await using var open = await chromium.OpenAsync("thread/the-mail.html", new View());
        Assert.InRange(await open.Page.EvaluateAsync<int>(Lines), 60, 76);
    }

    [Fact]
    public async Task NothingMovesForWhoAsksForRest()
    {
        const string Moving = "[...document.querySelectorAll('*')].filter(each => { const style = getComputedStyle(each); return style.transitionDuration !== '0s' || style.animationName !== 'none'; }).map(each => each.outerHTML.slice(0, 80))";
        await using var open = await chromium.OpenAsync("index.html", new View());
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        Assert.Empty(await open.Page.EvaluateAsync<string[]>(Moving));
    }

    private static async Task<string[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.MeasureAsync("axe-as-is.js");
    }
}
