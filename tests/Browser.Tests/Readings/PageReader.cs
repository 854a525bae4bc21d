using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Reads pages as different readers do: in one window with script, and in one without.</summary>
internal sealed class PageReader : IAsyncDisposable
{
    private const int Wide = 1280;
    private const int Narrow = 320;

    // The rules whose answer another colour scheme or width can change.
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];
    private static readonly string[] OfWidth = ["color-contrast", "target-size", "scrollable-region-focusable", "region", "landmark-unique", "aria-hidden-focus", "nested-interactive"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly Chromium _chromium;
    private readonly OpenPage _with;
    private readonly OpenPage _without;

    private PageReader(Chromium chromium, OpenPage with, OpenPage without) => (_chromium, _with, _without) = (chromium, with, without);

    public static async Task<PageReader> OpenAsync(Chromium chromium) => new(
        chromium,
        await chromium.OpenAsync(chromium.Site.Pages[0], new View()),
        await chromium.OpenAsync(chromium.Site.Pages[0], new View(Width: Narrow, JavaScript: false)));

    public async ValueTask DisposeAsync()
    {
        await _with.DisposeAsync();
        await _without.DisposeAsync();
    }

    /// <summary>Everything that is found on a page, with the page's name.</summary>
    public async Task<IReadOnlyList<(Gate Gate, string Finding)>> ReadAsync(string page)
    {
        var found = new Findings(page);
        var words = await ReadWithScriptAsync(page, found);
        await ReadWithoutScriptAsync(page, found, words);
        return found.All;
    }

    private async Task<string[]> ReadWithScriptAsync(string page, Findings found)
    {
        var window = _with.Page;
        await window.SetViewportSizeAsync(Wide, 900);
        await _with.GoAsync(_chromium.AddressOf(page));
        found.Add(Gate.Shift, await window.MeasureAsync("shift.js"));
        var words = await window.MeasureAsync("words.js");
        // Focus is drawn only for those who use the keyboard.
        await window.Keyboard.PressAsync("Tab");
        found.Add(Gate.Focus, await window.MeasureAsync("focus.js"));

        await window.EvaluateAsync(Axe);
        found.Add(Gate.AxeLight, await window.MeasureAsync("axe.js", Array.Empty<string>()));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        found.Add(Gate.AxeDark, await window.MeasureAsync("axe.js", OfColour));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Print });
        found.Add(Gate.Labels, await window.MeasureAsync("labels.js"));
        found.Add(Gate.Print, await window.MeasureAsync("print.js"));

        await window.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await window.SetViewportSizeAsync(Narrow, 900);
        found.Add(Gate.Overflow, await window.MeasureAsync("overflow.js"));
        found.Add(Gate.AxeNarrow, await window.MeasureAsync("axe.js", OfWidth));
        AddTraffic(found, _with);
        return words;
    }

    private async Task ReadWithoutScriptAsync(string page, Findings found, string[] words)
    {
        await _without.GoAsync(_chromium.AddressOf(page));
        var without = await _without.Page.MeasureAsync("words.js");
        if (!without.SequenceEqual(words)) found.Add(Gate.Words, [$"{without.Length} words without script, {words.Length} with it; script alone has: {string.Join(' ', words.Except(without).Take(8))}"]);
        found.Add(Gate.Overflow, await _without.Page.MeasureAsync("overflow.js"));
        found.Add(Gate.Steps, await _without.Page.MeasureAsync("steps.js"));
        AddTraffic(found, _without);
    }

    private void AddTraffic(Findings found, OpenPage open)
    {
        found.Add(Gate.Complaints, open.Complaints);
        found.Add(Gate.Requests, open.Requests.Where(url => !url.StartsWith("file://" + _chromium.Site.Folder, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)));
    }

    /// <summary>What is found on one page.</summary>
    private sealed class Findings(string page)
    {
        private readonly List<(Gate Gate, string Finding)> _all = [];

        public IReadOnlyList<(Gate Gate, string Finding)> All => _all;

        public void Add(Gate gate, IEnumerable<string> findings) => _all.AddRange(findings.Select(finding => (gate, $"{page}: {finding}")));
    }
}
