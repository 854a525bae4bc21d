using System.Diagnostics;

namespace Benchmarks;

/// <summary>The time from a save to the message that makes an open page load the verified site again.</summary>
internal static class SaveToReload
{
    /// <summary>Measures some saves in one preview.</summary>
    /// <param name="tool">Path of the tool's assembly.</param>
    /// <param name="site">The site with ten blocks.</param>
    /// <param name="saves">How many; the first three, which warm the compiler up, are not counted.</param>
    /// <returns>Seconds.</returns>
    public static async Task<double[]> MeasureAsync(string tool, BenchSite site, int saves)
    {
        site.Forget();
        using var preview = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, "preview", "--port", "0"])
        {
            WorkingDirectory = site.Folder,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var address = (await preview.StandardOutput.ReadLineAsync())!.Split(' ')[2];
            while (!(await preview.StandardOutput.ReadLineAsync())!.StartsWith("Verified", StringComparison.Ordinal)) { }
            _ = preview.StandardOutput.ReadToEndAsync();
            using var client = new HttpClient();
            using var events = new StreamReader(await client.GetStreamAsync(new Uri($"{address}/_docsite/events")));
            var seconds = new List<double>();
            for (var i = 1; i <= saves + 3; i++)
            {
                var watch = Stopwatch.StartNew();
                site.WriteTenBlocks(i);
                while (await events.ReadLineAsync() != "event: reload") { }
                seconds.Add(watch.Elapsed.TotalSeconds);
            }
            return [.. seconds.Skip(3)];
        }
        finally
        {
            preview.Kill(entireProcessTree: true);
        }
    }
}
