using System.IO.Compression;
using System.Text;
using Jint;
using TestSupport;

namespace Browser.Tests;

/// <summary>The search as readers have it: the client and the index of the built site, run without a browser.</summary>
public sealed class SearchTests(Chromium chromium)
{
    private const int MostKiB = 70;
    private readonly Lazy<Engine> _engine = new(() => Load(chromium.Site.Folder));

    private string Folder => chromium.Site.Folder;

    [Fact]
    public void WhatNewcomersTypeLeadsThem()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/Browser.Tests/SearchQueries.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ")).ToList();
        Assert.True(lines.Count >= 40);
        var missed = lines.Select(line => (Query: line[0], Wanted: line[1], Found: Find(line[0]).Take(3).ToList()))
            .Where(one => !one.Found.Exists(href => href == one.Wanted || href.StartsWith(one.Wanted + (one.Wanted.Contains('#', StringComparison.Ordinal) ? "-" : "#"), StringComparison.Ordinal)))
            .Select(one => $"{one.Query}: {one.Wanted} is not among {string.Join(", ", one.Found)}");
        Assert.Empty(missed);
    }

    [Fact]
    public void EveryResultExists()
    {
        foreach (var href in new[] { "pin", "page", "frame", "M", "machine" }.SelectMany(Find).Distinct())
        {
            var parts = href.Split('#');
            var file = Path.Combine(Folder, parts[0]);
            Assert.True(File.Exists(file), href);
            if (parts.Length > 1) Assert.Contains($"id=\"{parts[1]}\"", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AddressesMayLackTheirExtensions()
    {
        using var bare = Load(Folder, script => script.Replace("docsiteIndex({", "docsiteIndex({\"bare\":true,", StringComparison.Ordinal));
        foreach (var query in new[] { "pin", "machine", "what is a frame number worth" })
        {
            Assert.Equal(Find(query).Select(href => href.Replace("index.html", "", StringComparison.Ordinal).Replace(".html", "", StringComparison.Ordinal)).Select(href => href.Length == 0 || href[0] == '#' ? "./" + href : href), Find(query, bare));
        }
        Assert.Contains("./", Find("what is a frame number worth", bare));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("the of and")]
    [InlineData("\"<>&(*[\\")]
    [InlineData("zzzzqqqqxxxx")]
    public void WhatMeansNothingFindsNothing(string query) => Assert.Empty(Find(query));

    [Fact]
    public void ClientAndIndexAreLight()
    {
        var bytes = new[] { "search.js", "search-index.js" }.Sum(name => Zipped(File.ReadAllBytes(Path.Combine(Folder, "assets", name))));
        Assert.True(bytes <= MostKiB * 1024, $"{bytes / 1024.0:0.0} KiB");
    }

    private static int Zipped(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(bytes);
        return (int)target.Length;
    }

    private List<string> Find(string query) => Find(query, _engine.Value);

    private static List<string> Find(string query, Engine engine) =>
        [.. ((object[])engine.Invoke("find", query).ToObject()!).Cast<string>()];

    // The part that shows results needs a page; it is left out where there is none.
    private static Engine Load(string folder, Func<string, string>? change = null)
    {
        var engine = new Engine();
        engine.Execute(File.ReadAllText(Path.Combine(folder, "assets", "search.js"), Encoding.UTF8));
        engine.Execute("let held; function docsiteIndex(index) { held = docsiteSearch(index); } function find(query) { return held.find(query).map(one => one.href); }");
        var index = File.ReadAllText(Path.Combine(folder, "assets", "search-index.js"), Encoding.UTF8);
        engine.Execute(change?.Invoke(index) ?? index);
        return engine;
    }
}
