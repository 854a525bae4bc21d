using System.Diagnostics;
using TestSupport;

namespace Site.Tests;

/// <summary>A preview of a site, and a page that listens to it.</summary>
internal sealed class RunningPreview : IAsyncDisposable
{
    private readonly HttpClient _client = new();
    private readonly Process _process;
    private StreamReader _events = StreamReader.Null;

    private RunningPreview(Process process) => _process = process;

    /// <summary>Starts it and waits until the site is verified and the page listens.</summary>
    public static async Task<RunningPreview> StartAsync(TeaHouseSite site)
    {
        var preview = new RunningPreview(DocsiteTool.Start(site.Folder, new Dictionary<string, string>(), "preview", "--port", "0", "--no-build", "--configuration", DocsiteTool.Configuration));
        await preview.ListenAsync();
        return preview;
    }

    /// <summary>The word for the site that the last message was about.</summary>
    public string Version { get; private set; } = "";

    /// <summary>Listens anew, as a page that was away.</summary>
    /// <returns>What it is told at once.</returns>
    public async Task<(string Kind, string Data)> ListenAgainAsync()
    {
        _events.Dispose();
        _events = new StreamReader(await _client.GetStreamAsync(new Uri("/_docsite/events", UriKind.Relative)));
        return await NextAsync();
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Its kind and its data.</returns>
    public async Task<(string Kind, string Data)> NextAsync()
    {
        var kind = "";
        while (await _events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) Version = line["id: ".Length..];
            if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line["event: ".Length..];
            if (line.StartsWith("data:", StringComparison.Ordinal)) return (kind, line["data:".Length..].Trim());
        }
        throw new InvalidOperationException("The preview has closed the stream.");
    }

    /// <summary>A file as the preview serves it; the status where it serves none.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri($"/{path}", UriKind.Relative));
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : $"{(int)response.StatusCode}";
    }

    public ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _events.Dispose();
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync()
    {
        var address = (await _process.StandardOutput.ReadLineAsync())!.Split(' ')[2];
        while (!((await _process.StandardOutput.ReadLineAsync()) ?? throw new InvalidOperationException("The preview ended.")).StartsWith("Verified", StringComparison.Ordinal))
        {
        }
        // Nobody reads on; a full pipe would stop it.
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
        _client.BaseAddress = new Uri(address);
        _ = await ListenAgainAsync();
    }
}
