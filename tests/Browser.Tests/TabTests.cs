using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Outputs of which one is seen at a time.</summary>
public sealed class TabTests(Chromium chromium)
{
    private const string Seen = "[...document.querySelector('.tabs').querySelectorAll(':scope > .tab')].map(tab => tab.checkVisibility()).map(seen => seen ? 1 : 0).join('')";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneIsSeenAndArrowKeysChoose(bool javaScript)
    {
        await using var open = await OpenAsync(javaScript);
        Assert.StartsWith("10", await open.Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
        await open.Page.Locator(".tabs > input").First.FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.StartsWith("01", await open.Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
        await open.Page.Locator(".tabs > label").First.ClickAsync();
        Assert.StartsWith("10", await open.Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALinkIntoAnotherShowsThatOneUntilTheReaderChooses(bool javaScript)
    {
        await using var open = await OpenAsync(javaScript);
        await open.Page.EvaluateAsync("() => { document.querySelectorAll('.tabs > .tab')[1].firstElementChild.id = 'there'; location.hash = 'there'; }");
        await open.Page.WaitForURLAsync("**#there");
        Assert.StartsWith("01", await open.Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
        await open.Page.Locator(".tabs > label").Nth(1).ClickAsync();
        Assert.StartsWith("01", await open.Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnPaperEveryOneStandsUnderItsName()
    {
        await using var open = await OpenAsync(javaScript: false);
        await open.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.DoesNotContain("0", await open.Page.EvaluateAsync<string>(Seen), StringComparison.Ordinal);
    }

    private Task<OpenPage> OpenAsync(bool javaScript)
    {
        var page = chromium.Site.Pages.First(page => File.ReadAllText(Path.Combine(chromium.Site.Folder, page)).Contains("class=\"tabs\"", StringComparison.Ordinal));
        return chromium.OpenAsync(page, new View(JavaScript: javaScript));
    }
}
