using System.Globalization;
using System.Text;
using TestSupport;

namespace Benchmarks;

/// <summary>A site to be measured, in a folder of its own.</summary>
internal sealed class BenchSite
{
    private BenchSite(string name)
    {
        Folder = Repository.PathOf("artifacts", "benchmarks", name);
        PutAside(Folder);
        Write("docsite.yml", "SiteTitle: Benchmark\nOutputPath: site\n");
    }

    public string Folder { get; }

    private static string Aside => Repository.PathOf("artifacts", "benchmarks", "aside");

    /// <summary>One page with blocks that each run in a session of their own.</summary>
    public static BenchSite IndependentBlocks(int count)
    {
        var site = new BenchSite($"blocks-{count}");
        var page = new StringBuilder("Title: Benchmark\n---\n\n# Benchmark\n");
        for (var i = 0; i < count; i++) page.Append(CultureInfo.InvariantCulture, $"\n```csharp fresh\nvar x = {i};\nx + 1   // => {i + 1}\n```\n");
        site.Write("content/index.md", page.ToString());
        return site;
    }

    /// <summary>One page whose ten blocks follow one another, and a number in its first block.</summary>
    public static BenchSite TenBlocks()
    {
        var site = new BenchSite("ten-blocks");
        site.WriteTenBlocks(0);
        return site;
    }

    /// <summary>Pages of prose, lists and tables.</summary>
    public static BenchSite Prose(int pages)
    {
        var site = new BenchSite($"prose-{pages}");
        var links = string.Concat(Enumerable.Range(1, pages - 1).Select(i => $"- [Page {i}](page-{i}.md)\n"));
        site.Write("content/index.md", $"Title: Home\n---\n\n# Home\n\n{links}");
        for (var i = 1; i < pages; i++)
        {
            var parts = string.Concat(Enumerable.Range(1, 8).Select(part => $"## Part {part}\n\nSome *plain* text with `code` and a [link](index.md), long enough to look like prose.\n\n- one\n- two\n- three\n\n| a | b |\n|---|---|\n| {part} | {i} |\n\n"));
            site.Write($"content/page-{i}.md", $"Title: Page {i}\n---\n\n# Page {i}\n\n{parts}");
        }
        return site;
    }

    public void WriteTenBlocks(int first)
    {
        var page = new StringBuilder("Title: Ten\n---\n\n# Ten\n");
        for (var i = 0; i < 10; i++) page.Append(CultureInfo.InvariantCulture, $"\n```csharp\nvar x{i} = {first} + {i};\nx{i}   // => {first + i}\n```\n");
        Write("content/index.md", page.ToString());
    }

    /// <summary>Makes the next build a first one.</summary>
    public void Forget()
    {
        PutAside(Path.Combine(Folder, ".docsite"));
        PutAside(Path.Combine(Folder, "site"));
    }

    /// <summary>Removes what was put aside, once nothing more is measured.</summary>
    public static void Clean()
    {
        if (Directory.Exists(Aside)) Directory.Delete(Aside, recursive: true);
    }

    // ext4 does not give the place of a removed file away for minutes, and looks past all of them for each file that is made; in a folder
    // that never held a site there are none.
    private static void PutAside(string folder)
    {
        if (!Directory.Exists(folder)) return;
        _ = Directory.CreateDirectory(Aside);
        Directory.Move(folder, Path.Combine(Aside, Guid.NewGuid().ToString("N")));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
