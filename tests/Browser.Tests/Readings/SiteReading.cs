using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Browser.Tests.SiteReading))]

namespace Browser.Tests;

/// <summary>Every page of the site, read once; the gates look at what was found.</summary>
public sealed class SiteReading : IDisposable
{
    // The browser draws in processes of its own; more pages at once than cores gain nothing.
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) };

    private readonly SemaphoreSlim _reading = new(1);
    private ILookup<Gate, string>? _found;

    /// <summary>How many pages were read.</summary>
    public int Pages { get; private set; }

    /// <summary>What was found at a gate, on all pages.</summary>
    public async Task<IEnumerable<string>> AtAsync(Gate gate, Chromium chromium)
    {
        await _reading.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _found ??= await ReadAsync(chromium);
        }
        finally
        {
            _reading.Release();
        }
        return _found[gate];
    }

    public void Dispose() => _reading.Dispose();

    private async Task<ILookup<Gate, string>> ReadAsync(Chromium chromium)
    {
        var found = new ConcurrentBag<(Gate Gate, string Finding)>();
        await Parallel.ForEachAsync(chromium.Site.Pages, Together, async (page, _) =>
        {
            foreach (var one in await new PageReader(chromium, page).ReadAsync()) found.Add(one);
        });
        Pages = chromium.Site.Pages.Count;
        return found.OrderBy(one => one.Finding, StringComparer.Ordinal).ToLookup(one => one.Gate, one => one.Finding);
    }
}
