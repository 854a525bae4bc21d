using System.Diagnostics;

namespace Site.Tests;

/// <summary>What the tool says when it is asked the wrong thing.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("build --no-biuld", "--no-build")]
    [InlineData("verify --acept", "--accept")]
    [InlineData("biuld", "build")]
    [InlineData("verify --format jsno", "json")]
    [InlineData("new page x --titel y", "--title")]
    public void An_unknown_word_is_an_error_with_a_suggestion(string arguments, string suggestion)
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, arguments.Split(' '));
        Assert.Contains($"Did you mean '{suggestion}'?", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Theory]
    [InlineData("build --workers 0", "docsite: --workers must be 1 or more.", "build")]
    [InlineData("build --workers x", "docsite: Cannot parse argument 'x' for option '--workers': it is no whole number.", "build")]
    [InlineData("verify --shuffle x", "docsite: Cannot parse argument 'x' for option '--shuffle': it is no whole number.", "verify")]
    [InlineData("preview --port 99999", "docsite: --port must be from 0 to 65535.", "preview")]
    [InlineData("verify --report a.xml --report junit:./a.xml", "docsite: --report 'a.xml' and 'junit:./a.xml' are one file.", "verify")]
    [InlineData("verify --report sarif:", "docsite: --report 'sarif:' names no file.", "verify")]
    [InlineData("build --workers 99999999999", "docsite: Cannot parse argument '99999999999' for option '--workers': it is beyond what a number here can be.", "build")]
    [InlineData("build --root ''", "docsite: Cannot parse argument '' for option '--root': it names no folder.", "build")]
    [InlineData("biuld", "docsite: Unrecognized command or argument 'biuld'. Did you mean 'build'?", "")]
    [InlineData("verify --report sarfi:a", "docsite: --report 'sarfi:a' asks for no form that there is: sarfi; did you mean sarif?; a file called so is ./sarfi:a", "verify")]
    [InlineData("verify --report .", "docsite: --report '.' names a folder.", "verify")]
    [InlineData("new page", "docsite: Required argument 'path' missing for command: 'page'.", "new page")]
    [InlineData("", "docsite: Required command was not provided.", "")]
    public void What_cannot_be_meant_is_told_in_words(string arguments, string message, string command)
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\''))]);
        Assert.Equal($"{message}\ndocsite: '{$"docsite {command}".Trim()} --help' lists what there is.\n", run.Output);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_folder_without_settings_is_a_usage_error()
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, "build");
        Assert.Contains("docsite.yml", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_host_that_is_no_address_is_a_usage_error()
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, "build", "--host", "ftp://example.org");
        Assert.Contains("'ftp://example.org' is not the address of a site; expected: a host such as example.org", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public void A_wrong_setting_is_found_at_its_line()
    {
        var site = new TeaHouseSite(nameof(A_wrong_setting_is_found_at_its_line));
        site.Change("docsite.yml", "SiteTitle:", "SiteTilte:");
        var run = site.Run("build");
        Assert.Contains("docsite.yml(1,1): error", run.Output, StringComparison.Ordinal);
        Assert.Contains("SiteTitle", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Theory]
    [InlineData("verify content/brewing/tee.md", "content/brewing/tea.md")]
    [InlineData("verify --id index#frist", "index#first")]
    [InlineData("verify --accept --force-id index#frist", "index#first")]
    [InlineData("verify tea.md", "content/brewing/tea.md")]
    [InlineData("explain index#frist", "index#first")]
    [InlineData("explain DOC0711", "DOC0701")]
    public void What_is_not_there_cannot_be_verified(string arguments, string suggestion)
    {
        var site = new TeaHouseSite("not-there");
        var run = site.Run(arguments.Split(' '));
        Assert.Contains($"did you mean {suggestion}?", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    /// <summary>Nothing of what is named is left out in silence, nor is all meant by a name that is empty.</summary>
    [Theory]
    [InlineData("verify ''", "no page, folder or block of {root} is called ''")]
    [InlineData("verify /", "no page, folder or block of {root} is called '/'")]
    [InlineData("verify --accept content/brewing --id index#first", "'content/brewing' would be left out: with paths and ids together, what is verified is the pages that both name")]
    [InlineData("verify content/index.md --id index#first --id brewing/tea#cold", "'brewing/tea#cold' would be left out: with paths and ids together, what is verified is the pages that both name")]
    [InlineData("explain content/index.md:99999999999", "no block or value is at 'content/index.md:99999999999'; list them with: docsite list")]
    [InlineData("verify --report content/index.md", "--report: content/index.md would be a file of the site; name one that is not.")]
    [InlineData("verify --report {root}/docsite.yml", "--report: docsite.yml would be a file of the site; name one that is not.")]
    public void What_would_do_something_else_is_refused(string arguments, string message)
    {
        var site = new TeaHouseSite("refused");
        var run = site.Run([.. arguments.Replace("{root}", site.Folder, StringComparison.Ordinal).Split(' ').Select(word => word.Trim('\''))]);
        Assert.Contains($"docsite: {message.Replace("{root}", site.Folder, StringComparison.Ordinal)}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
    }

    [Theory]
    [InlineData("content/brewing/../index.md")]
    [InlineData("{root}/content/index.md")]
    public void A_page_is_named_as_editors_name_it(string path)
    {
        var site = new TeaHouseSite("named");
        var full = path.Replace("{root}", site.Folder, StringComparison.Ordinal);
        Assert.Contains(": 1 page,", site.Run("verify", full).Output, StringComparison.Ordinal);
        Assert.StartsWith("content/index.md(", site.Run("explain", $"{full}{site.PositionOf("content/index.md", "```csharp")}").Output, StringComparison.Ordinal);
    }

    /// <summary>What is known is told all the same, and nothing is left half written.</summary>
    [Fact]
    public void A_report_that_cannot_be_written_costs_no_finding()
    {
        var site = new TeaHouseSite("unwritten");
        site.Write("file", "");
        var run = site.Run("verify", "content/index.md", "--report", "sarif:file/a.sarif", "--report", "json:found/b.json");
        Assert.Contains("Verified in ", run.Output, StringComparison.Ordinal);
        Assert.Contains($"docsite: the report {site.PathOf("file/a.sarif")} cannot be written: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["b.json"], Directory.GetFiles(site.PathOf("found")).Select(Path.GetFileName));
        site.Write("content/bad.md", "# Bad\n\n```csharp\n1 // => 2\n```\n");
        Assert.Equal(1, site.Run("verify", "content/bad.md", "--report", "sarif:file/a.sarif").ExitCode);
    }

    /// <summary>A folder can be removed while somebody stands in it, and what was found is told all the same.</summary>
    [Fact]
    public void A_hint_needs_no_folder_to_stand_in()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There, a folder that a process stands in stays.");
        var site = new TeaHouseSite("standing");
        site.Write("content/bad.md", "# Bad\n\n```csharp\n1 // => 2\n```\n");
        site.Write("gone/file", "");
        var start = new ProcessStartInfo("sh", ["-c", "cd gone && rm -r ../gone && exec \"$@\"", "sh", "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Docsite.Cli.dll"), "verify", "content/bad.md", "--root", site.Folder, "--no-build", "--configuration", TestSupport.DocsiteTool.Configuration])
        {
            WorkingDirectory = site.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        Assert.Contains("accept with: docsite verify --accept --id bad#block-1\n", TestSupport.DocsiteTool.End(process, "").Output, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData("DOC0701")]
    [InlineData("doc0701")]
    public void A_finding_is_explained_without_a_site(string code)
    {
        var run = TestSupport.DocsiteTool.Run(AppContext.BaseDirectory, "explain", code);
        Assert.StartsWith("DOC0701: A value was another when its block ran again", run.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("\n  cure: Give the block what it depends on", run.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    /// <summary>Without a project nothing can be run; what is wrong with the pages themselves is found all the same, in every format.</summary>
    [Fact]
    public void A_project_that_cannot_be_built_is_a_finding_beside_those_of_the_pages()
    {
        var site = new TeaHouseSite("unbuilt");
        site.Change("docsite.yml", "TeaHouse.csproj", "CoffeeHouse.csproj");
        site.Write("content/bad.md", "Tilte: x\n---\n# Bad\n\n```csharp fials=CS0029\nint i = \"\";\n```\n");
        var run = site.Run("build");
        Assert.Equal(1, run.ExitCode);
        var project = $"{site.Read("docsite.yml").Split("CoffeeHouse.csproj")[0].Split('\n')[^1].TrimStart(' ', '-', '[', '"')}CoffeeHouse.csproj";
        Assert.Contains($"docsite.yml{site.PositionOf("docsite.yml", project)}: error DOC0351: the project {project} cannot be built", run.Output, StringComparison.Ordinal);
        Assert.Contains("content/bad.md(1,1): error DOC0101: unknown key Tilte; did you mean Title?", run.Output, StringComparison.Ordinal);
        Assert.Contains("content/bad.md(5,11): error DOC0101: unknown option fials; did you mean fails?", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"DOC0351\"", site.Run("verify", "--format", "sarif").StandardOutput, StringComparison.Ordinal);
    }
}
