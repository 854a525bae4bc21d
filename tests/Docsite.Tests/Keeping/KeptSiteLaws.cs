using CsCheck;
using Docsite.Diagnostics;
using Docsite.Keeping;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Keeping;

/// <summary>What a build made of what the last one left is what a build from nothing makes.</summary>
public sealed class KeptSiteLaws
{
    [Fact]
    public void After_any_edit_files_and_findings_are_those_of_a_build_from_nothing()
    {
        var written = 0;
        ChangingSite.Edits.Array[1, 12].Sample(edits =>
        {
            using var site = new ChangingSite();
            var kept = new KeptSite();
            Assert.True(Build(site, "site", kept).IsWritten);
            foreach (var (page, field, choice) in edits)
            {
                site.Edit(page, field, choice);
                var (anew, again) = (Build(site, "again", null), Build(site, "site", kept));
                Assert.Equal(anew, again);
                if (anew.IsWritten) written++;
                if (anew.IsWritten) Assert.Equal(Bytes(site, "again"), Bytes(site, "site"));
            }
        }, iter: 40, threads: 1);
        // Most choices are no mistakes.
        Assert.InRange(written, 20, int.MaxValue);
    }

    [Fact]
    public void What_did_not_change_is_neither_verified_nor_written_again()
    {
        using var site = new ChangingSite();
        var kept = new KeptSite();
        Build(site, "site", kept);
        var before = Times(site);
        site.Edit(3, 4, 1);
        Build(site, "site", kept);
        var changed = Times(site).Except(before).Select(file => file.Path).Order(StringComparer.Ordinal);
        // Files that are copied are copied.
        Assert.Equal([".docsite", "book.html", "deep/c.html", "deep/c.md", "examples/one.cs", "site.zip"], changed);
    }

    private static (string Findings, bool IsWritten) Build(ChangingSite site, string output, KeptSite? kept)
    {
        var result = new SiteBuild(site.Settings(output), new StatedRunner(), new PlainTheme()) { Kept = kept }.RunAsync(new SiteRequest { Write = true }, null, CancellationToken.None).GetAwaiter().GetResult();
        return (TextReport.Of(result.Diagnostics), result.WrittenTo is not null);
    }

    private static string Bytes(ChangingSite site, string output) => string.Join('\n', Files(site, output).Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(Path.Combine(site.Root, output, file)))}"));

    private static List<(string Path, DateTime Time)> Times(ChangingSite site) => [.. Files(site, "site").Select(file => (file, File.GetLastWriteTimeUtc(Path.Combine(site.Root, "site", file))))];

    private static IEnumerable<string> Files(ChangingSite site, string output)
    {
        var folder = Path.Combine(site.Root, output);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }
}
