using Microsoft.Playwright;
using TestSupport;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(Browser.Tests.Chromium))]

namespace Browser.Tests;

/// <summary>A real Chromium over the built site, from <c>file://</c> and from a sub-path of a web server.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Against hanging only: a busy machine takes its time.
    private static readonly float Patience = (float)TimeSpan.FromMinutes(5).TotalMilliseconds;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public BuiltSite Site { get; } = new();

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Timeout = Patience,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a page of the site in a fresh profile.</summary>
    /// <param name="page">Path in the site, with a fragment or not.</param>
    /// <param name="view">How the reader looks at it.</param>
    public async Task<OpenPage> OpenAsync(string page, View view)
    {
        var context = await Required().NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = view.Width, Height = 900 },
            ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = view.JavaScript,
        });
        context.SetDefaultTimeout(Patience);
        var opened = new OpenPage(context, await context.NewPageAsync());
        await opened.GoAsync(view.Base is { } address ? address + page : AddressOf(page));
        return opened;
    }

    /// <summary>The address of a page on disk.</summary>
    public string AddressOf(string page) => "file://" + Path.Combine(Site.Folder, page);

    private IBrowser Required()
    {
        if (_browser is not null) return _browser;
        const string Cure = "No Chromium was found. Install it (Debian: apt-get install chromium) or set CHROME_PATH.";
        if (Environment.GetEnvironmentVariable("CI") == "true") throw FailException.ForFailure(Cure);
        throw SkipException.ForSkip(Cure);
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROME_PATH")
        ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
