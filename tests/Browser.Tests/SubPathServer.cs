using System.Net;

namespace Browser.Tests;

/// <summary>Serves a folder below a sub-path of 127.0.0.1, as a project page on a shared host would.</summary>
public sealed class SubPathServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly string _folder;

    public SubPathServer(string folder)
    {
        _folder = folder;
        (_listener, Base) = Listen();
        _ = ServeAsync();
    }

    /// <summary>The address of the site, ended by a slash.</summary>
    public string Base { get; }

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Base) Listen()
    {
        const int Last = 20180;
        for (var port = 20080; ; port++)
        {
            // One that could not start cannot be used again.
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{port}/" } };
            try
            {
                listener.Start();
                return (listener, $"http://127.0.0.1:{port}/some/sub/path/");
            }
            catch (HttpListenerException) when (port < Last)
            {
                // The port is taken: the next one.
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            try
            {
                await AnswerAsync(context);
            }
            catch (Exception left) when (left is HttpListenerException or IOException or ObjectDisposedException)
            {
                // A page that was closed meanwhile takes no answer; the others still want theirs.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        const string Prefix = "/some/sub/path/";
        var path = context.Request.Url!.AbsolutePath;
        var file = path.StartsWith(Prefix, StringComparison.Ordinal) ? Path.Combine(_folder, path[Prefix.Length..]) : "";
        if (Directory.Exists(file)) file = Path.Combine(file, "index.html");
        using var response = context.Response;
        if (!File.Exists(file))
        {
            response.StatusCode = 404;
            return;
        }
        response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css",
            ".js" => "text/javascript",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
    }
}
