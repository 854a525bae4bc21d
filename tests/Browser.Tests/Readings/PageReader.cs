using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Reads pages as different readers do.</summary>
/// <param name="chromium">The browser.</param>
/// <param name="with">A window with script that asks for pages and is given none.</param>
/// <param name="without">A narrow window without script.</param>
internal sealed class PageReader(Chromium chromium, OpenPage with, OpenPage without)
{
    /// <summary>The width of a small phone, or of a desk at 400 percent.</summary>
    public const int Narrow = 320;

    private const int Wide = 1280;

    // The rules whose answer another colour scheme or width can change.
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];

    // A browser forces colours where it paints, and axe reads what the style sheet says: contrast there is the measure's own.
    private static readonly string[] OfForcedColours = ["target-size", "scrollable-region-focusable", "aria-hidden-focus", "nested-interactive"];
    private static readonly string[] OfWidth = ["color-contrast", "target-size", "scrollable-region-focusable", "region", "landmark-unique", "aria-hidden-focus", "nested-interactive"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything that is found on a page, with the page's name.</summary>
    public async Task<IReadOnlyList<(Gate Gate, string Finding)>> ReadAsync(string page)
    {
        var found = new Findings(page);
        var words = await ReadWithScriptAsync(page, found);
        await ReadWithoutScriptAsync(page, found, words);
        return found.All;
    }

    // The page is handed over piece by piece; what has arrived then is read in every other way.
    private async Task<string> ReadWithScriptAsync(string page, Findings found)
    {
        var window = with.Page;
        await window.SetViewportSizeAsync(Wide, 900);
        await with.GoAsync(chromium.AddressOf(page));
        found.Add(Gate.Shift, await window.MeasureAsync("shift.js", await File.ReadAllTextAsync(Path.Combine(chromium.Site.Folder, page))));
        var words = await WordsAsync(window);
        // Focus is drawn only for those who use the keyboard.
        await window.Keyboard.PressAsync("Tab");
        found.Add(Gate.Focus, await window.MeasureAsync("focus.js"));

        await window.EvaluateAsync(Axe);
        found.Add(Gate.AxeLight, await window.MeasureAsync("axe.js", Array.Empty<string>()));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        found.Add(Gate.AxeDark, await window.MeasureAsync("axe.js", OfColour));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        found.Add(Gate.ForcedColours, await window.MeasureAsync("forced.js"));
        found.Add(Gate.ForcedColours, await window.MeasureAsync("axe.js", OfForcedColours));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        found.Add(Gate.ForcedColours, await window.MeasureAsync("forced.js"));
        await window.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, Media = Media.Print });
        found.Add(Gate.Labels, await window.MeasureAsync("labels.js"));
        found.Add(Gate.Print, await window.MeasureAsync("print.js"));

        await window.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await window.SetViewportSizeAsync(Narrow, 900);
        found.Add(Gate.Overflow, await window.MeasureAsync("overflow.js"));
        found.Add(Gate.AxeNarrow, await window.MeasureAsync("axe.js", OfWidth));
        AddTraffic(found, with);
        return words;
    }

    private async Task ReadWithoutScriptAsync(string page, Findings found, string words)
    {
        await without.GoAsync(chromium.AddressOf(page));
        var plain = await WordsAsync(without.Page);
        if (plain != words) found.Add(Gate.Words, [$"other words without script than with it; script alone has: {string.Join(' ', words.Split(' ').Except(plain.Split(' ')).Take(8))}"]);
        found.Add(Gate.Overflow, await without.Page.MeasureAsync("overflow.js"));
        found.Add(Gate.Steps, await without.Page.MeasureAsync("steps.js"));
        AddTraffic(found, without);
    }

    // One text crosses to the browser and back much faster than its words.
    private static async Task<string> WordsAsync(IPage window) => Assert.Single(await window.MeasureAsync("words.js"));

    private void AddTraffic(Findings found, OpenPage open)
    {
        found.Add(Gate.Complaints, open.Complaints);
        found.Add(Gate.Requests, open.Requests.Where(url => !url.StartsWith("file://" + chromium.Site.Folder, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)));
    }

    /// <summary>What is found on one page.</summary>
    private sealed class Findings(string page)
    {
        private readonly List<(Gate Gate, string Finding)> _all = [];

        public IReadOnlyList<(Gate Gate, string Finding)> All => _all;

        public void Add(Gate gate, IEnumerable<string> findings) => _all.AddRange(findings.Select(finding => (gate, $"{page}: {finding}")));
    }
}
