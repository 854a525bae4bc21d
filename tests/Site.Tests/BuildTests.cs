using System.Security.Cryptography;
using TestSupport;

namespace Site.Tests;

/// <summary>What a build promises.</summary>
public sealed class BuildTests
{
    [Fact]
    public void A_site_whose_pages_hold_is_written_and_summed_up()
    {
        var site = new TeaHouseSite(nameof(A_site_whose_pages_hold_is_written_and_summed_up));
        var run = site.Run("build");
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Output));
        Assert.Contains("4 pages", run.Output, StringComparison.Ordinal);
        Assert.Contains(site.PathOf("site"), run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(site.PathOf("site/index.html")));
        Assert.True(File.Exists(site.PathOf("site/brewing/tea.html")));
    }

    [Fact]
    public void A_finding_leaves_the_previous_site_as_it_was()
    {
        var site = new TeaHouseSite(nameof(A_finding_leaves_the_previous_site_as_it_was));
        Assert.Equal(0, site.Run("build").ExitCode);
        var before = Bytes(site.PathOf("site"));
        site.Change("content/index.md", "kettle.Heat(70)   // => 90", "kettle.Heat(70)   // => 91");
        Assert.Equal(1, site.Run("build").ExitCode);
        Assert.Equal(before, Bytes(site.PathOf("site")));
    }

    [Fact]
    public void Builds_in_other_folders_zones_and_cultures_in_another_order_with_other_workers_and_from_the_cache_have_the_same_bytes()
    {
        var here = new TeaHouseSite("bytes-here");
        var there = new TeaHouseSite("bytes there, in a folder with another name");
        var first = DocsiteTool.Run(here.Folder, Reader("UTC", "C"), [.. Build, "--workers", "4"]);
        var second = DocsiteTool.Run(there.Folder, Reader("Pacific/Kiritimati", "tr_TR.UTF-8"), [.. Build, "--workers", "1", "--shuffle", "7"]);
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        var bytes = Bytes(here.PathOf("site"));
        Assert.Equal(bytes, Bytes(there.PathOf("site")));
        // Without its site, what is kept of the runs is all that there is.
        Directory.Delete(here.PathOf("site"), recursive: true);
        Assert.Contains("from the cache", here.Run("build").Output, StringComparison.Ordinal);
        Assert.Equal(bytes, Bytes(here.PathOf("site")));
    }

    [Fact]
    public void A_site_that_is_told_its_host_has_a_feed_and_a_site_map()
    {
        var site = new TeaHouseSite(nameof(A_site_that_is_told_its_host_has_a_feed_and_a_site_map));
        site.Change("content/brewing/tea.md", "Title: Tea\n", "Title: Tea\nUpdated: 2024-06-01\n");
        Assert.Equal(0, site.Run("build").ExitCode);
        Assert.False(File.Exists(site.PathOf("site/sitemap.xml")));
        Assert.Equal(0, site.Run("build", "--host", "tea.example/house/").ExitCode);
        Assert.Contains("<loc>https://tea.example/house/brewing/tea.html</loc>", site.Read("site/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("<id>https://tea.example/house/brewing/tea.html</id>", site.Read("site/feed.xml"), StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://tea.example/house/sitemap.xml", site.Read("site/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_in_the_folder_for_temporary_files()
    {
        var site = new TeaHouseSite(nameof(Nothing_is_left_in_the_folder_for_temporary_files));
        var temporary = Directory.CreateDirectory(site.PathOf("temporary")).FullName;
        DocsiteTool.Run(site.Folder, new Dictionary<string, string> { ["TMPDIR"] = temporary, ["DOTNET_EnableDiagnostics"] = "0" }, Build);
        // NuGet, which is asked for the projects' references, keeps an empty folder of its own there.
        Assert.Empty(Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories));
        Assert.All(Directory.EnumerateDirectories(temporary), folder => Assert.Equal("NuGetScratchroot", Path.GetFileName(folder)));
    }

    private static string[] Build => ["build", "--no-build", "--configuration", DocsiteTool.Configuration];

    private static Dictionary<string, string> Reader(string zone, string culture) =>
        new() { ["TZ"] = zone, ["LANG"] = culture, ["LC_ALL"] = culture };

    private static string Bytes(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
