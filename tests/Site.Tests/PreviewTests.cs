using System.Text.Json.Nodes;

namespace Site.Tests;

/// <summary>What an open page is told while its author writes.</summary>
public sealed class PreviewTests
{
    private const string Home = "content/index.md";

    [Fact]
    public async Task A_save_gives_the_new_page_or_the_findings_until_they_are_mended()
    {
        var site = new TeaHouseSite("preview");
        site.Write("shared/pour.cs", "#region pour\nvar poured = 1;\n#endregion\n");
        site.Write("content/pour.md", "Title: Pour\n---\n\n# Pour\n\n```csharp source=shared/pour.cs#pour\n```\n");
        await using var preview = await RunningPreview.StartAsync(site);

        Save(site, Home, "Next: [brewing]", "Now: [brewing]");
        Assert.Equal("reload", (await preview.NextAsync()).Kind);
        Assert.Contains("Now: <a", await preview.GetAsync(""), StringComparison.Ordinal);

        Save(site, Home, "// => 90", "// => 91");
        var (kind, data) = await preview.NextAsync();
        var finding = Assert.Single(JsonNode.Parse(data)!.AsArray(), one => (string?)one!["id"] == "DOC0201")!;
        Assert.Equal(("findings", $"{Home}{site.PositionOf(Home, "91")}"), (kind, (string?)finding["place"]));
        var change = Assert.Single(finding["changes"]!.AsArray())!;
        Assert.Equal(("91", "90"), ((string?)change["stated"], (string?)change["given"]));
        Assert.Contains("Now: <a", await preview.GetAsync(""), StringComparison.Ordinal);

        Save(site, Home, "// => 91", "// => 90");
        Assert.Equal("reload", (await preview.NextAsync()).Kind);

        // A file outside the site's folders that a page takes in.
        Save(site, "shared/pour.cs", "poured = 1", "poured = 2");
        Assert.Equal("reload", (await preview.NextAsync()).Kind);
        Assert.Contains("poured", await preview.GetAsync("pour.html"), StringComparison.Ordinal);
        Assert.Contains(">2<", await preview.GetAsync("pour.html"), StringComparison.Ordinal);

        Save(site, "docsite.yml", "SiteTitle:", "SiteTitel:");
        (kind, data) = await preview.NextAsync();
        Assert.Equal(("findings", "docsite.yml(1,1)"), (kind, (string?)JsonNode.Parse(data)!.AsArray()[0]!["place"]));
        Save(site, "docsite.yml", "SiteTitel:", "SiteTitle:");
        Assert.Equal("reload", (await preview.NextAsync()).Kind);

        File.Delete(site.PathOf("content/pour.md"));
        Assert.Equal("reload", (await preview.NextAsync()).Kind);
        Assert.Equal("404", await preview.GetAsync("pour.html"));

        var shown = Bytes(site.PathOf("site"));
        Assert.Equal(0, site.Run("build", "--no-cache").ExitCode);
        Assert.Equal(Bytes(site.PathOf("site")), shown);
    }

    // In one step, as editors do: half a page would be told as well.
    private static void Save(TeaHouseSite site, string file, string from, string to)
    {
        site.Write("draft", site.Read(file));
        site.Change("draft", from, to);
        File.Move(site.PathOf("draft"), site.PathOf(file), overwrite: true);
    }

    private static string Bytes(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(File.ReadAllBytes(file))}"));
}
