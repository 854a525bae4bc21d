using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The first figure of the front page under somebody's hands.</summary>
public sealed class StepperTests(Chromium chromium)
{
    private const string Page = "index.html";
    private const string Shown = "[...document.querySelectorAll('.steps')[0].children].filter(step => getComputedStyle(step).visibility === 'visible').map(step => [...step.parentNode.children].indexOf(step) + 1).join()";

    [Fact]
    public async Task ArrowKeysStepAndSayWhereTheyAre()
    {
        await using var open = await chromium.OpenAsync(Page, new View());
        await Dot(open.Page, 1).FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("3", await open.Page.EvaluateAsync<string>(Shown));
        Assert.StartsWith("Step 3 of", await open.Page.Locator("[role=status]").TextContentAsync(), StringComparison.Ordinal);
        Assert.EndsWith("-s3", await open.Page.EvaluateAsync<string>("location.hash"), StringComparison.Ordinal);
        await open.Page.Keyboard.PressAsync("Home");
        Assert.Equal("1", await open.Page.EvaluateAsync<string>(Shown));
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("1", await open.Page.EvaluateAsync<string>(Shown));
    }

    [Fact]
    public async Task SteppingKeepsThePlaceOfTheTextAndOfThePicture()
    {
        const string Places = "JSON.stringify([scrollY, ...[...document.querySelectorAll('.steps > li.on')].flatMap(step => [step.querySelector('.picture').getBoundingClientRect().top, step.querySelector('.track').getBoundingClientRect().top])])";
        await using var open = await chromium.OpenAsync(Page, new View());
        await open.Page.Locator(".on [data-to=next]").First.ScrollIntoViewIfNeededAsync();
        var before = await open.Page.EvaluateAsync<string>(Places);
        for (var i = 0; i < 3; i++)
        {
            await open.Page.Locator(".on [data-to=next]").First.ClickAsync();
            Assert.Equal(before, await open.Page.EvaluateAsync<string>(Places));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStepHasAnAddress(bool javaScript)
    {
        await using var first = await chromium.OpenAsync(Page, new View(JavaScript: javaScript));
        var id = await first.Page.EvaluateAsync<string>("document.querySelectorAll('.steps')[0].children[3].id");
        await using var open = await chromium.OpenAsync($"{Page}#{id}", new View(JavaScript: javaScript));
        Assert.Equal("4", await open.Page.EvaluateAsync<string>(Shown));
        await open.Page.Locator($"#{id} [data-to=next]").ClickAsync();
        Assert.Equal("5", await open.Page.EvaluateAsync<string>(Shown));
    }

    [Fact]
    public async Task WithoutScriptTheBackButtonOfTheBrowserStepsBack()
    {
        await using var open = await chromium.OpenAsync(Page, new View(JavaScript: false));
        await open.Page.Locator(".steps [data-to=next]").First.ClickAsync();
        await open.Page.Locator(".steps > :target [data-to=next]").ClickAsync();
        Assert.Equal("3", await open.Page.EvaluateAsync<string>(Shown));
        await open.Page.GoBackAsync();
        Assert.Equal("2", await open.Page.EvaluateAsync<string>(Shown));
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(320, false)]
    public async Task AFigureFillsTheWindowAndGoesBackToItsPlace(int width, bool javaScript)
    {
        await using var open = await chromium.OpenAsync(Page, new View(Width: width, JavaScript: javaScript));
        var figure = open.Page.Locator(".figure").First;
        await figure.Locator(".tools [popovertarget]").ClickAsync();
        Assert.True(await figure.EvaluateAsync<bool>("figure => figure.matches(':popover-open') && figure.getBoundingClientRect().width === innerWidth"));
        Assert.True(await figure.Locator(".picture svg").First.EvaluateAsync<bool>("svg => svg.getBoundingClientRect().width > 0"));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.False(await figure.EvaluateAsync<bool>("figure => figure.matches(':popover-open')"));
        Assert.Equal(0, await open.Page.Locator(".held").CountAsync());
    }

    [Fact]
    public async Task OnlyChangesLeavesWhatChanged()
    {
        const string Opacities = "names => names.map(name => getComputedStyle(document.querySelector(`.steps li:nth-child(4) ${name}`)).opacity).join()";
        await using var open = await chromium.OpenAsync(Page, new View(JavaScript: false));
        string[] names = [".mm .frame.new", ".mm .device:not(.new)", ".mm .legend .frame"];
        Assert.Equal("1,1,1", await open.Page.EvaluateAsync<string>(Opacities, names));
        await open.Page.Locator(".only input").First.CheckAsync();
        Assert.Equal("1,0.18,1", await open.Page.EvaluateAsync<string>(Opacities, names));
    }

    [Fact]
    public async Task TheLinesThatLedToAStepAreMarkedInTheirBlock()
    {
        await using var open = await chromium.OpenAsync(Page, new View());
        await Dot(open.Page, 4).ClickAsync();
        var (beside, marked) = (await open.Page.Locator(".on .ran").First.TextContentAsync(), await open.Page.EvaluateAsync<string>("[...CSS.highlights.get('step')].map(range => range.toString()).join()"));
        Assert.Equal(beside, marked.Trim('\n'));
    }

    [Fact]
    public async Task ALinkToAStepIsCopied()
    {
        await using var open = await chromium.OpenAsync(Page, new View());
        // Reading the real clipboard asks the reader first, and nobody is there to answer.
        await open.Page.EvaluateAsync("() => { navigator.clipboard.writeText = async text => { globalThis.copied = text; }; }");
        await Dot(open.Page, 4).ClickAsync();
        await open.Page.Locator(".figure .tools .link").First.ClickAsync();
        Assert.Equal("Link copied", await open.Page.Locator("[role=status]").TextContentAsync());
        await using var other = await chromium.OpenAsync($"{Page}{new Uri(await open.Page.EvaluateAsync<string>("globalThis.copied")).Fragment}", new View(JavaScript: false));
        Assert.Equal("4", await other.Page.EvaluateAsync<string>(Shown));
    }

    private static ILocator Dot(IPage page, int step) => page.Locator($".steps > .on .dots a:nth-child({step})").First;
}
