using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A page open in a profile of its own, with everything it asked for and complained of.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];

    public OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => _requests.Add(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.RequestFailed += (_, request) => _complaints.Add("failed: " + request.Url);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Requests => _requests;

    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Goes to another page; what the one before asked for and complained of is forgotten.</summary>
    public async Task GoAsync(string address)
    {
        _requests.Clear();
        _complaints.Clear();
        await Page.GotoAsync(address);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
