using System.Text.RegularExpressions;
using Docsite.Diagnostics;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Keeping;

namespace Docsite.Tests.Rendering;

/// <summary>A link that leads to a file where the repository is browsed leads to that file's page on the site.</summary>
public sealed partial class RepositoryLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("content/learn/pins.md", "../../examples/Two%20Cups.cs", "../examples/two-cups.html")]
    [InlineData("content/learn/pins.md", "../../examples/one.cs#part", "../examples/one.html#part")]
    [InlineData("content/learn/pins.md", "../../content/index.md", "../index.html")]
    [InlineData("content/learn/pins.md", "~/examples/one.cs", "../examples/one.cs")]
    [InlineData("content/index.md", "../examples/one.cs", "examples/one.html")]
    [InlineData("content/index.md", "examples/one.cs", "examples/one.cs")]
    [InlineData("examples/one.cs", "../content/learn/pins.md#why", "../learn/pins.html#why")]
    [InlineData("examples/one.cs", "../content/img/a.png", "../img/a.png")]
    [InlineData("examples/one.cs", "Two Cups.cs", "two-cups.html")]
    [InlineData("examples/one.cs", "./one.cs", "one.html")]
    [InlineData("examples/one.cs", "~/learn/pins.md", "../learn/pins.html")]
    public async Task ItLeadsToThePage(string from, string link, string expected)
    {
        var result = await RunAsync(from, link);
        Assert.Empty(result.Diagnostics.Where(finding => finding.Id is DiagnosticIds.BrokenLink or DiagnosticIds.BrokenFragment));
        var route = from switch { "content/index.md" => "index.html", "examples/one.cs" => "examples/one.html", _ => "learn/pins.html" };
        var html = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "site", route), TestContext.Current.CancellationToken);
        Assert.Equal(expected, Link().Match(html).Groups["address"].Value);
        // Its own file can be had all the same.
        if (from.EndsWith(".cs", StringComparison.Ordinal)) Assert.Contains("href=\"one.cs\" download", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/learn/pins.md", "../../examples/on.cs", "content/learn/pins.md(3,8) DOC0601 nothing in the site is at ../../examples/on.cs; did you mean ../../examples/one.cs?")]
    [InlineData("content/learn/pins.md", "../../examples/one.cs#L3", "content/learn/pins.md(3,8) DOC0602 examples/one.cs has no #L3")]
    [InlineData("examples/one.cs", "../content/learn/pin.md", "examples/one.cs(3,11) DOC0601 nothing in the site is at ../content/learn/pin.md; did you mean ../content/learn/pins.md?")]
    [InlineData("examples/one.cs", "two-cup.cs", "examples/one.cs(3,11) DOC0601 nothing in the site is at two-cup.cs")]
    [InlineData("examples/one.cs", "../content/_notes.md", "examples/one.cs(3,11) DOC0601 nothing in the site is at ../content/_notes.md")]
    public async Task WhereThereIsNoSuchFileItIsBroken(string from, string link, string expected)
    {
        var finding = Assert.Single((await RunAsync(from, link)).Diagnostics, finding => finding.Severity == Severity.Error);
        Assert.StartsWith(expected, $"{finding.Location} {finding.Id} {finding.Message}", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SiteResult> RunAsync(string from, string link)
    {
        var words = link.Contains(' ', StringComparison.Ordinal) ? $"[link](<{link}>)" : $"[link]({link})";
        Write("content/index.md", $"# Home\n\n{(from == "content/index.md" ? words : "")}\n");
        Write("content/learn/pins.md", $"# Pins\n\n{(from == "content/learn/pins.md" ? words : "")}\n\n## Why\n\nSo.\n");
        Write("content/_notes.md", "# Notes\n");
        Write("content/img/a.png", "x");
        Write("examples/one.cs", $"// Title: One\n// ---\n// {(from == "examples/one.cs" ? words : "Nothing.")}\n//\n// ## Part\n//\n// So.\n\nConsole.WriteLine(\"1\");\n\n/* output\n1\n*/\n");
        Write("examples/Two Cups.cs", "// Title: Two\n// ---\n\nConsole.WriteLine(\"2\");\n\n/* output\n2\n*/\n");
        var settings = new SiteSettings { Root = _folder.Path, SiteTitle = "Test", OutputPath = "site", InputPaths = ["content"], ExamplePaths = ["examples"] };
        return new SiteBuild(settings, new StatedRunner(), new PlainTheme()).RunAsync(new SiteRequest { Write = true }, null, TestContext.Current.CancellationToken);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    [GeneratedRegex("<a href=\"(?<address>[^\"]*)\">link</a>")]
    private static partial Regex Link();
}
