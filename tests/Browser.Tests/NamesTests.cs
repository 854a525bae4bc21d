namespace Browser.Tests;

/// <summary>Names in code, with the keyboard and without a script.</summary>
public sealed class NamesTests(Chromium chromium)
{
    private const string Learn = "learn/a-number-is-not-a-promise.html";

    [Fact]
    public async Task TheKeyboardReachesEveryNameOfABlockAndHearsWhatItIs()
    {
        await using var opened = await chromium.OpenAsync(Learn, new View());
        var names = opened.Page.Locator(".code[id] pre > code").First.Locator("a");
        Assert.Equal(0, await opened.Page.Locator("script[src$='names.js']").CountAsync());
        await names.First.FocusAsync();
        var tip = opened.Page.Locator("#site-tip");
        await tip.WaitForAsync();
        Assert.Contains("Machine", await tip.TextContentAsync(), StringComparison.Ordinal);
        await opened.Page.Keyboard.PressAsync("End");
        Assert.True(await names.Last.EvaluateAsync<bool>("link => document.activeElement === link"));
        await opened.Page.Locator("#site-tip:has(code)").WaitForAsync();
        await opened.Page.Keyboard.PressAsync("Escape");
        Assert.False(await tip.IsVisibleAsync());
    }

    [Fact]
    public async Task SearchLoadsWhenItIsAskedForAndWorksFromAFolder()
    {
        await using var opened = await chromium.OpenAsync(Learn, new View());
        Assert.Equal(0, await opened.Page.Locator("script[src*='search']").CountAsync());
        await opened.Page.Keyboard.PressAsync("/");
        await opened.Page.Locator("#site-query").FillAsync("pin_user_pages");
        await opened.Page.Locator("#site-found a[href*='PinUserPages']").First.WaitForAsync();
        await opened.Page.Keyboard.PressAsync("Escape");
        Assert.False(await opened.Page.Locator("dialog.search").IsVisibleAsync());
    }

    [Fact]
    public async Task WithoutAScriptNamesAreLinks()
    {
        await using var opened = await chromium.OpenAsync(Learn, new View { JavaScript = false });
        var links = await opened.Page.Locator(".code[id] pre > code a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.NotEmpty(links);
        Assert.All(links, href => Assert.False(string.IsNullOrEmpty(href)));
    }
}
