using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A page open in a profile of its own, with everything it asked for and complained of.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    // The browser tells of requests on a thread of its own, also while they are being read here.
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    public OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.RequestFailed += (_, request) => _complaints.Enqueue("failed: " + request.Url);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Requests => [.. _requests];

    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Goes to another page; what the one before asked for and complained of is forgotten.</summary>
    public async Task GoAsync(string address)
    {
        _requests.Clear();
        _complaints.Clear();
        await Page.GotoAsync(address);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
