using System.Security.Cryptography;
using TestSupport;

namespace Site.Tests;

/// <summary>Several runs of the tool in one folder at the same time.</summary>
public sealed class AtOnceTests
{
    private static readonly Dictionary<string, string> NoVariables = [];

    private static string[] Options => ["--no-build", "--configuration", DocsiteTool.Configuration];

    [Fact]
    public async Task Two_builds_and_a_preview_leave_one_whole_site_and_a_sound_cache()
    {
        var alone = new TeaHouseSite("alone");
        Assert.Equal(0, alone.Run("build").ExitCode);

        var shared = new TeaHouseSite("shared");
        using var preview = DocsiteTool.Start(shared.Folder, NoVariables, ["preview", "--port", "0", .. Options]);
        var watching = ReadUntilVerifiedAsync(preview.StandardOutput);
        using var one = DocsiteTool.Start(shared.Folder, NoVariables, ["build", .. Options]);
        using var other = DocsiteTool.Start(shared.Folder, NoVariables, ["build", .. Options]);
        var ends = await Task.WhenAll(Task.Run(() => DocsiteTool.End(one, "")), Task.Run(() => DocsiteTool.End(other, "")));
        Assert.All(ends, end => Assert.Equal((0, ""), (end.ExitCode, end.ExitCode == 0 ? "" : end.Output)));
        await watching;

        // It ends as it does with Ctrl-C; where tests run in the background, that signal reaches nobody.
        _ = Command.Run(shared.Folder, NoVariables, "kill", "-TERM", $"{preview.Id}");
        Assert.Equal(143, DocsiteTool.End(preview, "").ExitCode);
        Assert.Equal(Bytes(alone.PathOf("site")), Bytes(shared.PathOf("site")));
        var after = shared.Run("verify");
        Assert.DoesNotContain("DOC09", after.Output, StringComparison.Ordinal);
        Assert.Matches(@"\((\d+) runs, \1 from the cache\)", after.Output);
        Assert.Empty(Directory.EnumerateFiles(shared.PathOf(".docsite"), "*.tmp"));
    }

    [Fact]
    public void A_build_that_is_stopped_says_so_and_leaves_the_site_as_it_was()
    {
        var site = new TeaHouseSite("stopped");
        Assert.Equal(0, site.Run("build").ExitCode);
        var before = Bytes(site.PathOf("site"));
        site.Write("content/slow.md", "Title: Slow\n---\n\n# Slow\n\n```csharp timeout=60s\nFile.WriteAllText(\"STARTED\", \"\");\nThread.Sleep(60000);\n```\n".Replace("STARTED", site.PathOf("started"), StringComparison.Ordinal));
        using var watcher = new FileSystemWatcher(site.Folder, "started");
        using var started = new ManualResetEventSlim();
        watcher.Created += (_, _) => started.Set();
        watcher.EnableRaisingEvents = true;
        using var build = DocsiteTool.Start(site.Folder, NoVariables, ["build", .. Options]);
        started.Wait(TestContext.Current.CancellationToken);
        _ = Command.Run(site.Folder, NoVariables, "kill", "-TERM", $"{build.Id}");
        var run = DocsiteTool.End(build, "");
        Assert.Equal(143, run.ExitCode);
        Assert.Contains("stopped", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(site.PathOf("site")));
    }

    private static async Task ReadUntilVerifiedAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Verified", StringComparison.Ordinal)) return;
        }
        throw new InvalidOperationException("The preview ended before it had verified the site.");
    }

    private static string Bytes(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
