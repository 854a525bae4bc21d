using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Settings;
using Docsite.Tests.Execution;
using Docsite.Tests.Rendering;

namespace Docsite.Tests.Verification;

/// <summary>What is wrong with the settings is found once, where it stands in them; the pages that need it do not repeat it, and the others are verified.</summary>
public sealed class SettingsVerificationTests : IDisposable
{
    private const string Settings = """
        SiteTitle: x
        OutputPath: site
        Usings:
          - System.Text
          - static System.Math
        Allow: [System.Diagnostics.Process, System.AppDomain.add_ProcessExit, System.Activator..ctor, DllImport]
        Variants:
          Name: era
          Values:
            A: var era = "a";
            B: var era = "b";
            C: var era = "c";
        """;

    private readonly TemporaryFolder _folder = new();

    public SettingsVerificationTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "content"));
        // Two pages need what the settings give, the third nothing; on each a value is wrong.
        Write("index", "[one](one.md) [two](two.md)\n\n```csharp\n1  // => 2\n```\n");
        Write("one", "```csharp\nvar text = new StringBuilder(\"a\");\ntext.Length  // => 5\n```\n\n```csharp\ntext.ToString()  // => \"\"\n```\n");
        Write("two", "```csharp eras=A,B\nera  // => A: \"x\"; B: \"x\"\n```\n");
    }

    [Fact]
    public async Task What_holds_is_not_mentioned() =>
        Assert.Equal(["content/index.md(4,10) DOC0201", "content/one.md(3,20) DOC0201", "content/one.md(7,24) DOC0201", "content/two.md(2,15) DOC0201", "content/two.md(2,23) DOC0201"], await FindAsync(Settings));

    [Theory]
    [InlineData("System.Text", "System.Txet", "System.Text")]
    [InlineData("System.Text", "Text", "System.Text")]
    [InlineData("System.Text", "Docsite.Displai", "Docsite.Display")]
    [InlineData("static System.Math", "static System.Maths", "System.Math")]
    [InlineData("static System.Math", "static Stage", "Docsite.Display.Stage")]
    [InlineData("System.Diagnostics.Process,", "System.Diagnostics.Proces,", "System.Diagnostics.Process")]
    [InlineData("System.Text", "Nothing.Like.This", "")]
    public async Task The_name_that_was_meant_is_asked_for(string sound, string broken, string meant)
    {
        var own = Assert.Single(await ResultAsync(Settings.Replace(sound, broken, StringComparison.Ordinal)), finding => finding.Location.Page.Path == "docsite.yml");
        Assert.Equal(meant, own.Message.Split("; did you mean ") is [_, var question] ? question.TrimEnd('?') : "");
    }

    [Theory]
    [InlineData("System.Text", "System.Txt", "docsite.yml(4,5) DOC0352 'System.Txt' cannot be imported: CS0234", "2 blocks and values were not run because of it", "one")]
    [InlineData("static System.Math", "System.Math", "docsite.yml(5,5) DOC0352 'System.Math' cannot be imported: CS0138", "", "")]
    [InlineData("static System.Math", "static System.Maths", "docsite.yml(5,5) DOC0352 'static System.Maths' cannot be imported: CS0234", "", "")]
    [InlineData("System.Diagnostics.Process,", "System.Diagnostics.Proces,", "docsite.yml(6,9) DOC0352 'System.Diagnostics.Proces' is nothing that could be allowed: CS0234", "", "")]
    [InlineData("var era = \"b\";", "int era = \"b\";", "docsite.yml(11,8) DOC0408 era B cannot be declared: CS0029", "1 block or value was not run because of it", "two(2,23)")]
    [InlineData("var era = \"c\";", "int era = \"c\";", "docsite.yml(12,8) DOC0408 era C cannot be declared: CS0029", "", "")]
    [InlineData("var era = \"c\";", "throw new Exception(\"oh\");", "docsite.yml(12,8) DOC0408 era C cannot be declared: System.Exception: oh", "", "")]
    [InlineData("var era = \"c\";", "var era = \"c\"; Console.WriteLine(era);", "docsite.yml(12,8) DOC0408 era C cannot be declared: it prints c", "", "")]
    public async Task What_does_not_is_found_once_at_its_place(string sound, string broken, string expected, string missed, string lost)
    {
        var findings = await ResultAsync(Settings.Replace(sound, broken, StringComparison.Ordinal));
        var own = Assert.Single(findings, finding => finding.Location.Page.Path == "docsite.yml");
        Assert.StartsWith(expected, $"{own.Location} {own.Id} {own.Message}", StringComparison.Ordinal);
        Assert.Equal(missed, string.Concat(own.Notes));
        var pages = (await FindAsync(Settings)).Where(finding => lost.Length == 0 || !finding.StartsWith($"content/{lost.Split('(')[0]}.md{lost[lost.Split('(')[0].Length..]}", StringComparison.Ordinal));
        Assert.Equal(pages, findings.Where(finding => finding != own).Select(Text));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<IEnumerable<string>> FindAsync(string settings) => (await ResultAsync(settings)).Select(Text);

    private async Task<IReadOnlyList<Diagnostic>> ResultAsync(string text)
    {
        var reading = SettingsReader.Read(new PageText("docsite.yml", text), _folder.Path);
        Assert.Empty(reading.Diagnostics);
        using var runner = new SessionRunner(reading.Settings, BlockEnvironment.Framework);
        var build = new SiteBuild(reading.Settings, runner, new PlainTheme());
        return (await build.RunAsync(new SiteRequest(), null, TestContext.Current.CancellationToken)).Diagnostics;
    }

    private static string Text(Diagnostic finding) => $"{finding.Location} {finding.Id}";

    private void Write(string page, string text) => File.WriteAllText(Path.Combine(_folder.Path, "content", page + ".md"), text);
}
