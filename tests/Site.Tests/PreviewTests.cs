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

    [Fact]
    public async Task A_page_that_was_away_is_told_whether_it_is_of_the_site_that_is_served()
    {
        var site = new TeaHouseSite("preview-away");
        await using var preview = await RunningPreview.StartAsync(site);
        var first = preview.Version;
        Assert.Contains($"data-version=\"{first}\"", await preview.GetAsync(""), StringComparison.Ordinal);
        Assert.Equal(("reload", first), ((await preview.ListenAgainAsync()).Kind, preview.Version));

        Save(site, Home, "Next: [brewing]", "Now: [brewing]");
        _ = await preview.NextAsync();
        Assert.NotEqual(first, preview.Version);
        Assert.Contains($"data-version=\"{preview.Version}\"", await preview.GetAsync(""), StringComparison.Ordinal);

        Save(site, Home, "// => 90", "// => 91");
        Assert.Equal("findings", (await preview.NextAsync()).Kind);
        Assert.Equal("findings", (await preview.ListenAgainAsync()).Kind);
    }

    [Fact]
    public async Task What_other_settings_name_is_served_and_watched()
    {
        var site = new TeaHouseSite("preview-settings");
        await using var preview = await RunningPreview.StartAsync(site);
        Save(site, "docsite.yml", "ExamplePaths: [examples]\nOutputPath: site", "ExamplePaths: [examples, programs]\nOutputPath: elsewhere\nLinkRoot: /tea");
        Assert.Contains("the folder 'programs' of ExamplePaths does not exist", (await preview.NextAsync()).Data.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);

        // In one step, so that one message follows.
        site.Write("draft.cs", "// Title: What is one and one?\n// ---\n// Two.\n_ = 1 + 1;  // => 2\n");
        Directory.CreateDirectory(site.PathOf("draft"));
        File.Move(site.PathOf("draft.cs"), site.PathOf("draft/sum.cs"));
        Directory.Move(site.PathOf("draft"), site.PathOf("programs"));
        Assert.Equal("reload", (await preview.NextAsync()).Kind);
        Assert.Contains("What is one and one?", await preview.GetAsync("tea/programs/sum.html"), StringComparison.Ordinal);
        File.Delete(site.PathOf("programs/sum.cs"));
        Assert.Equal("reload", (await preview.NextAsync()).Kind);
        Assert.Equal("404", await preview.GetAsync("programs/sum.html"));
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
