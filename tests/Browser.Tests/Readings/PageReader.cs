using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Reads one page as different readers do, each time from a fresh profile.</summary>
internal sealed class PageReader(Chromium chromium, string page)
{
    private const int Narrow = 320;

    // The rules whose answer another colour scheme or width can change.
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];
    private static readonly string[] OfWidth = ["color-contrast", "target-size", "scrollable-region-focusable", "region", "landmark-unique", "aria-hidden-focus", "nested-interactive"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<(Gate Gate, string Finding)> _found = [];

    /// <summary>Everything that was found, with the page's name.</summary>
    public async Task<IReadOnlyList<(Gate Gate, string Finding)>> ReadAsync()
    {
        string[] words;
        await using (var open = await chromium.OpenAsync(page, new View())) words = await ReadWithScriptAsync(open);
        await using (var open = await chromium.OpenAsync(page, new View(Width: Narrow, JavaScript: false))) await ReadWithoutScriptAsync(open, words);
        return _found;
    }

    private async Task<string[]> ReadWithScriptAsync(OpenPage open)
    {
        var window = open.Page;
        Add(Gate.Shift, await window.MeasureAsync("shift.js"));
        var words = await window.MeasureAsync("words.js");
        // Focus is drawn only for those who use the keyboard.
        await window.Keyboard.PressAsync("Tab");
        Add(Gate.Focus, await window.MeasureAsync("focus.js"));

        await window.EvaluateAsync(Axe);
        Add(Gate.AxeLight, await window.MeasureAsync("axe.js", Array.Empty<string>()));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        Add(Gate.AxeDark, await window.MeasureAsync("axe.js", OfColour));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light, Media = Media.Print });
        Add(Gate.Labels, await window.MeasureAsync("labels.js"));
        Add(Gate.Print, await window.MeasureAsync("print.js"));

        await window.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await window.SetViewportSizeAsync(Narrow, 900);
        Add(Gate.Overflow, await window.MeasureAsync("overflow.js"));
        Add(Gate.AxeNarrow, await window.MeasureAsync("axe.js", OfWidth));
        AddTraffic(open);
        return words;
    }

    private async Task ReadWithoutScriptAsync(OpenPage open, string[] words)
    {
        var without = await open.Page.MeasureAsync("words.js");
        if (!without.SequenceEqual(words)) Add(Gate.Words, [$"{without.Length} words without script, {words.Length} with it; script alone has: {string.Join(' ', words.Except(without).Take(8))}"]);
        Add(Gate.Overflow, await open.Page.MeasureAsync("overflow.js"));
        Add(Gate.Steps, await open.Page.MeasureAsync("steps.js"));
        AddTraffic(open);
    }

    private void AddTraffic(OpenPage open)
    {
        Add(Gate.Complaints, open.Complaints);
        var own = "file://" + chromium.Site.Folder;
        Add(Gate.Requests, open.Requests.Where(url => !url.StartsWith(own, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)));
    }

    private void Add(Gate gate, IEnumerable<string> findings) => _found.AddRange(findings.Select(finding => (gate, $"{page}: {finding}")));
}
