using System.Text.Json.Nodes;
using TestSupport;

namespace Site.Tests;

/// <summary>The commands beside build and verify.</summary>
public sealed class CommandTests
{
    [Fact]
    public void A_new_page_is_verified_at_once_and_never_replaces_another()
    {
        var site = new TeaHouseSite("new");
        Assert.Equal(0, Make(site, "brewing/my-question", "--title", "Why: \"boil\"?").ExitCode);
        Assert.Equal(0, Make(site, "plain").ExitCode);
        string[] example = ["new", "example", "my-example", "--title", "Mine: \"one\"?"];
        Assert.Equal([0, 2], new[] { example, example }.Select(words => DocsiteTool.Run(site.Folder, words).ExitCode));
        Assert.Equal(2, Make(site, "plain").ExitCode);
        Assert.Equal(2, Make(site, "Brewing/My-Question").ExitCode);
        Assert.Equal(2, Make(site, "../outside").ExitCode);
        Assert.Equal(2, Make(site, "_hidden").ExitCode);
        var run = site.Run("build");
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Output));
        Assert.Contains("<title>Why: “boil”?", File.ReadAllText(site.PathOf("site/brewing/my-question.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_page_can_be_named_in_full_and_is_made_nowhere_else()
    {
        var site = new TeaHouseSite("new-in-full");
        Assert.Equal(0, Make(site, site.PathOf("content/brewing/full.md")).ExitCode);
        Assert.True(File.Exists(site.PathOf("content/brewing/full.md")));
        var refused = Make(site, site.PathOf("elsewhere/full.md"));
        Assert.Equal((2, $"docsite: '{site.PathOf("elsewhere/full.md")}' does not lie in content.\n"), (refused.ExitCode, refused.Output));
        Assert.Single(Directory.GetFiles(site.Folder, "full.md", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_new_page_starts_from_the_sites_own_template()
    {
        var site = new TeaHouseSite("template");
        site.Write("content/_template.md", "Title: {title}\nOrder: 7\n---\n\n# {title}\n\nCups: 2<!--= 1 + 1 -->\n");
        site.Write("examples/_template.cs", "// Title: {title}\n// ---\n\nConsole.WriteLine(1);\n/* output\n1\n*/\n");
        Assert.Equal(0, Make(site, "plain", "--title", "Tea: hot?").ExitCode);
        Assert.Equal(0, DocsiteTool.Run(site.Folder, "new", "example", "my#cup").ExitCode);
        Assert.Equal("Title: \"Tea: hot?\"\nOrder: 7\n---\n\n# Tea: hot?\n\nCups: 2<!--= 1 + 1 -->\n", site.Read("content/plain.md"));
        Assert.Equal("// Title: \"My#cup\"\n// ---\n\nConsole.WriteLine(1);\n/* output\n1\n*/\n", site.Read("examples/my#cup.cs"));
        var run = site.Run("verify");
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Output));
    }

    [Fact]
    public void A_page_alone_is_audited_against_the_whole_site()
    {
        var site = new TeaHouseSite("part");
        site.Write("content/part.md", "# Part\n\n[home](index.md) [x](nowhere.md)\n");
        var run = site.Run("verify", "content/part.md");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/part.md(3,22): error DOC0601", run.Output, StringComparison.Ordinal);
        Assert.Contains("Only a run of all pages tells whether a way of links leads there from the front page.", run.Output, StringComparison.Ordinal);
        site.Change("content/part.md", "nowhere.md", "index.md#top");
        Assert.Equal(0, site.Run("verify", "content/part.md").ExitCode);
    }

    [Fact]
    public void The_list_names_every_block_and_what_is_promised_of_it()
    {
        var site = new TeaHouseSite("list");
        var text = DocsiteTool.Run(site.Folder, "list");
        Assert.Equal(0, text.ExitCode);
        Assert.Contains($"content/index.md{site.PositionOf("content/index.md", "```csharp")}: index#first runs", text.Output, StringComparison.Ordinal);
        var listed = JsonNode.Parse(DocsiteTool.Run(site.Folder, "list", "--json").StandardOutput)!.AsArray();
        Assert.Equal(text.StandardOutput.TrimEnd('\n').Split('\n').Length, listed.Count);
        Assert.Contains(listed, one => (string?)one!["promise"] == "fails with CS0029");
        Assert.Contains(listed, one => (string?)one!["kind"] == "value");
    }

    [Fact]
    public void The_second_run_takes_what_the_first_one_kept_and_explains_it()
    {
        var site = new TeaHouseSite("explain");
        Assert.DoesNotContain("from the cache", site.Run("verify").Output, StringComparison.Ordinal);
        var again = site.Run("verify", "--format", "json");
        var summary = JsonNode.Parse(again.StandardOutput)!["summary"]!;
        Assert.Equal((int)summary["runs"]!, (int)summary["runsFromCache"]!);
        Assert.Contains("from the cache", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("from the cache", site.Run("verify", "--no-cache").Output, StringComparison.Ordinal);

        Assert.Contains("its result is kept and will be used", site.Run("explain", "index#first").Output, StringComparison.Ordinal);
        site.Change("content/index.md", "kettle.Heat(70)   // => 90", "kettle.Heat(70)   // => 91");
        var line = site.PositionOf("content/index.md", "// => 91").Trim('(').Split(',')[0];
        var explained = site.Run("explain", $"content/index.md:{line}");
        Assert.Contains("changed text of index#first", explained.Output, StringComparison.Ordinal);
        Assert.Contains("it will be run again; changed: text of index#first\n", explained.Output, StringComparison.Ordinal);
        Assert.Equal(1, site.Run("verify").ExitCode);
        Assert.Equal(1, site.Run("verify").ExitCode);
    }

    [Fact]
    public void A_damaged_cache_is_noticed_and_mended()
    {
        var site = new TeaHouseSite("damaged");
        Assert.Equal(0, site.Run("verify").ExitCode);
        foreach (var file in Directory.EnumerateFiles(site.PathOf(".docsite"), "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".run" or ".stamp")) File.AppendAllText(file, "x");
        var run = site.Run("verify");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(".run(1,1): note DOC0901", run.Output, StringComparison.Ordinal);
        Assert.Contains(".stamp(1,1): note DOC0901", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("from the cache", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DOC0901", site.Run("verify").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_explained_to_have_changed_is_the_part_that_did()
    {
        var site = new TeaHouseSite("explain");
        Assert.Equal(0, site.Run("verify").ExitCode);
        Assert.Contains("its result is kept and will be used", site.Run("explain", "index#first").Output, StringComparison.Ordinal);
        site.Change("content/index.md", "Heat(70)   // => 90", "Heat(60)   // => 80");
        Assert.Equal(["text of index#first"], Changed(site));
        site.Change("content/index.md", "Heat(60)   // => 80", "Heat(70)   // => 90");
        site.Change("docsite.yml", "Mountain: var altitude", "Mountain: var   altitude");
        Assert.Empty(Changed(site));
        site.Change("docsite.yml", "Sea: var altitude", "Sea: var   altitude");
        Assert.Equal(["variant"], Changed(site));
    }

    [Fact]
    public void Reports_go_to_several_files_each_in_its_own_form()
    {
        var site = new TeaHouseSite("reports");
        var run = site.Run("verify", "--report", "sarif:a.txt", "--report", "new/b.xml", "--report", "c.json", "--report", "text:d.json");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("{", site.Read("a.txt"), StringComparison.Ordinal);
        Assert.Contains("sarif-2.1.0", site.Read("a.txt"), StringComparison.Ordinal);
        Assert.Contains("<testsuite", site.Read("new/b.xml"), StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(site.Read("c.json"))!["verified"]);
        Assert.StartsWith("examples/two-cups.cs(", site.Read("d.json"), StringComparison.Ordinal);
        site.Change("content/index.md", "Heat(70)   // => 90", "Heat(70)   // => 91");

        // A form that was asked for goes to the files without one, and to the console where there is none.
        var files = site.Run("verify", "--format", "json", "--report", "sarif:a.txt", "--report", "b.xml");
        Assert.StartsWith("content/index.md(", files.StandardOutput, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(site.Read("b.xml"))!["findings"]);
        Assert.StartsWith("{", site.Run("verify", "--format", "json", "--report", "sarif:a.txt").StandardOutput, StringComparison.Ordinal);
    }

    /// <summary>A full disk and a folder that may not be written end in the same way: the file cannot be made.</summary>
    [Fact]
    public void A_cache_that_cannot_be_written_is_noticed_and_the_build_goes_on()
    {
        var site = new TeaHouseSite("no-cache");
        site.Write(".docsite", "no folder");
        var run = site.Run("build");
        Assert.Equal(0, run.ExitCode);
        // Of all that is not kept, it is said once.
        Assert.Equal(2, run.Output.Split(": note DOC0903: ").Length);
        Assert.Matches(" is not kept: .*\n *= nor are [0-9]+ other results of this run\n", run.Output);
        Assert.True(File.Exists(site.PathOf("site/index.html")));
    }

    [Fact]
    public void The_doctor_names_what_is_missing_and_how_to_get_it()
    {
        var site = new TeaHouseSite("doctor");
        var here = DocsiteTool.Run(site.Folder, new Dictionary<string, string> { ["CHROME_PATH"] = "/nowhere" }, "doctor");
        Assert.Equal(0, here.ExitCode);
        Assert.Contains("ok      .NET SDK: ", here.Output, StringComparison.Ordinal);
        Assert.Contains("absent  browser: tests that look at the site in a browser are skipped\n        get it: ", here.Output, StringComparison.Ordinal);
        var elsewhere = DocsiteTool.Run(AppContext.BaseDirectory, "doctor");
        Assert.Equal(1, elsewhere.ExitCode);
        Assert.Contains("missing settings: there is no site here\n        get it: docsite init", elsewhere.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_takes_the_name_of_the_solution_and_libraries_of_every_language()
    {
        var site = new TeaHouseSite("init");
        foreach (var project in new[] { "src/Beans/Beans.fsproj", "src/Rice/Rice.vbproj", "src/Beans.Tests/Beans.Tests.csproj" }) site.Write($"new/{project}", "<Project />");
        site.Write("new/Groceries.slnx", "<Solution />");
        var run = DocsiteTool.Run(site.PathOf("new"), "init");
        Assert.Equal((0, true), (run.ExitCode, run.Output.Contains("builds write to the folder artifacts: keep it out of git", StringComparison.Ordinal)));
        var settings = site.Read("new/docsite.yml");
        Assert.StartsWith("SiteTitle: \"Groceries\"\n", settings, StringComparison.Ordinal);
        Assert.Contains("Projects:\n  - \"src/Beans/Beans.fsproj\"\n  - \"src/Rice/Rice.vbproj\"\n", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void Init_imports_every_library_and_begins_with_the_one_that_is_called_like_the_solution()
    {
        var site = new TeaHouseSite("init");
        foreach (var name in new[] { "Beans.Roasting", "Beans" })
        {
            site.Write($"several/src/{name}/{name}.csproj", "<Project />");
            site.Write($"several/src/{name}/One.cs", $"namespace {name};\n\npublic class One;\n");
        }
        site.Write("several/Beans.slnx", "<Solution />");
        Assert.Equal(0, DocsiteTool.Run(site.PathOf("several"), "init").ExitCode);
        Assert.Contains("Usings:\n  - Beans.Roasting\n  - Beans\n", site.Read("several/docsite.yml"), StringComparison.Ordinal);
        Assert.Contains("typeof(Beans.One).Namespace   // => \"Beans\"", site.Read("several/content/index.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Changed(TeaHouseSite site) => site.Run("explain", "index#first").Output.Split('\n')
        .Where(line => line.StartsWith("    changed ", StringComparison.Ordinal)).Select(line => line["    changed ".Length..].Split(':')[0]);

    private static ToolRun Make(TeaHouseSite site, params string[] arguments) => DocsiteTool.Run(site.Folder, ["new", "page", .. arguments]);
}
