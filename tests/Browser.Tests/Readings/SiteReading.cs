using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser.Tests.SiteReading))]

namespace Browser.Tests;

/// <summary>Every page of the site, read once; the gates look at what was found.</summary>
public sealed class SiteReading
{
    private readonly Lock _first = new();
    private Task<ILookup<Gate, string>>? _reading;

    /// <summary>How many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>What was found at a gate, on all pages.</summary>
    public async Task<IEnumerable<string>> AtAsync(Gate gate, Chromium chromium)
    {
        // A reading that fails has failed for every gate: minutes are not spent on it again.
        lock (_first) _reading ??= ReadAsync(chromium);
        return (await _reading)[gate];
    }

    private async Task<ILookup<Gate, string>> ReadAsync(Chromium chromium)
    {
        var found = new ConcurrentBag<(Gate Gate, string Finding)>();
        var pages = new ConcurrentQueue<string>(chromium.Site.Pages);
        Pages = pages.Count;
        // One reader more than cores: an arriving page stands still between its pieces.
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount + 1).Select(async _ =>
        {
            await using var with = await chromium.OpenAsync(chromium.Site.Pages[0], new View());
            await using var without = await chromium.OpenAsync(chromium.Site.Pages[0], new View(Width: PageReader.Narrow, JavaScript: false));
            // The page itself is handed over piece by piece.
            await with.Page.RouteAsync("**/*.html", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!DOCTYPE html>" }));
            var reader = new PageReader(chromium, with, without);
            while (pages.TryDequeue(out var page))
            {
                foreach (var one in await reader.ReadAsync(page)) found.Add(one);
            }
        }));
        return found.Distinct().OrderBy(one => one.Finding, StringComparer.Ordinal).ToLookup(one => one.Gate, one => one.Finding);
    }
}
