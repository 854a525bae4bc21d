using System.Text;
using System.Threading.Channels;
using Docsite.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace Docsite.Cli.Preview;

/// <summary>Serves the last good site on 127.0.0.1 and tells open pages when there is a newer one, or what was found.</summary>
/// <param name="site">The site.</param>
public sealed class PreviewServer(SiteSettings site) : IAsyncDisposable
{
    private const string Script = "/_docsite/preview.js";
    private const string Events = "/_docsite/events";
    private readonly Lock _gate = new();
    private readonly List<Channel<PreviewMessage>> _listeners = [];
    private readonly FileExtensionContentTypeProvider _types = new();
    private PreviewMessage _last = PreviewMessage.Reason("The site is being built.");
    private WebApplication? _app;
    private SiteSettings _site = site;

    // Another one for each site and each run of the server: a page that was away knows whether it is of this one.
    private Guid _version = Guid.NewGuid();

    /// <summary>Serves another site from now on.</summary>
    public void Show(SiteSettings other) => _site = other;

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <returns>The address to open.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task<string> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add($"http://127.0.0.1:{port}");
        _app.MapGet(Script, () => Results.Text(PreviewScript.Text, "text/javascript"));
        _app.MapGet(Events, SendEventsAsync);
        // Without a pattern it would leave out every name with a dot.
        _app.MapFallback("{**path}", SendFileAsync);
        await _app.StartAsync();
        return _app.Urls.First();
    }

    /// <summary>Tells every open page.</summary>
    public void Announce(PreviewMessage message)
    {
        lock (_gate)
        {
            _last = message;
            if (!message.IsAboutFindings) _version = Guid.NewGuid();
            foreach (var listener in _listeners) listener.Writer.TryWrite(message with { Version = _version });
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task SendEventsAsync(HttpContext context)
    {
        // An open stream would keep the server from stopping.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _app!.Lifetime.ApplicationStopping);
        var listener = Channel.CreateUnbounded<PreviewMessage>();
        lock (_gate)
        {
            _listeners.Add(listener);
            // What it is to show may have been told before it listened.
            listener.Writer.TryWrite(_last with { Version = _version });
        }
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync(ended.Token);
        try
        {
            await foreach (var message in listener.Reader.ReadAllAsync(ended.Token))
            {
                await context.Response.WriteAsync(message.ToServerSentEvent(), ended.Token);
                await context.Response.Body.FlushAsync(ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed or the server stops.
        }
        finally
        {
            lock (_gate) _listeners.Remove(listener);
        }
    }

    private async Task SendFileAsync(HttpContext context)
    {
        // Read first: a site that is placed meanwhile has another one.
        var version = _version;
        var file = Find(context.Request.Path.Value ?? "/");
        var isMissing = file is null;
        if (isMissing) context.Response.StatusCode = StatusCodes.Status404NotFound;
        file ??= Path.Combine(SiteFolder, "404.html");
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = _types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
        if (Path.GetExtension(file) != ".html")
        {
            await context.Response.SendFileAsync(file);
            return;
        }
#pragma warning disable CA3003 // Find admits nothing outside the site's folder.
        var html = File.Exists(file) ? await File.ReadAllTextAsync(file, Encoding.UTF8) : "<!doctype html><title>Preview</title><p>The first build is not through yet. The site appears here by itself.</p></body>";
#pragma warning restore CA3003
        context.Response.ContentType = "text/html; charset=utf-8";
        // It stands for addresses of any depth.
        if (isMissing) html = html.Replace("<head>", "<head><base href=\"/\">", StringComparison.OrdinalIgnoreCase);
        await context.Response.WriteAsync(html.Replace("</body>", $"<script src=\"{Script}\" data-version=\"{version}\"></script></body>", StringComparison.OrdinalIgnoreCase));
    }

    private string SiteFolder => Path.GetFullPath(Path.Combine(_site.Root, _site.OutputPath));

    private string? Find(string path)
    {
        var root = SiteFolder;
        // Few pages name the folder of the host; here the site is all there is.
        if (_site.RootPath is { } host && path.StartsWith(host, StringComparison.Ordinal)) path = path[(host.Length - 1)..];
        var wanted = Path.GetFullPath(Path.Combine(root, Uri.UnescapeDataString(path).TrimStart('/')));
        if (wanted != root && !wanted.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        string[] candidates = path.EndsWith('/') ? [Path.Combine(wanted, "index.html")] : [wanted, wanted + ".html", Path.Combine(wanted, "index.html")];
        return candidates.FirstOrDefault(File.Exists);
    }
}
