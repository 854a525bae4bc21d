using System.Collections.Immutable;
using CsCheck;
using Docsite.Auditing;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Execution.Compiling;
using Docsite.Execution.Instrumentation;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Parsing.Examples;
using Docsite.Settings;
using Docsite.Tests.Rendering;
using Docsite.Verification;
using Docsite.Writing;
using Microsoft.CodeAnalysis.Text;
using TestSupport;

namespace Docsite.Tests.Parsing;

/// <summary>Whatever stands in a file: no exception, and every finding inside the text. What was ever found to fail lies in <c>Corpus</c> and is tried each time.</summary>
public sealed class FuzzLaws
{
    private static readonly string[] YamlPieces =
    [
        "SiteTitle", "Title", "Order", "Variants", "Values", "Default", "Limits", "Reference", "Timeout", "RedirectFrom", "Published", ": ", ":", "x", "5s", "1", "true", "- ", "[", "]", "{", "}", ", ", "\n", "\r\n", "  ",
        "\t", "\"", "'", "#", "&a ", "*a", "!!int ", "|", ">", "? ", "---", "...", "%YAML 1.2", "~", "\\x01", "\\ud800", "\0", "ä", "😀", "\u2028", "\uFEFF",
    ];

    private static readonly string[] CodePieces =
    [
        "// =>", "// => A: 1; B2: 2", "// error CS0029", "// warning CS0168, CS0219", "// ^^^^ error CS0103", "// throws Exception: a", "// throws", "// hide", "#region hide", "#endregion", "#line 3", "#nullable disable",
        "#if X", "#endif", "/*", "*/", "\"\"\"", "\"", "$\"{", "'", "var a = 1", "a", "1", "int F() => 2", "await x", "using var u = y", "{", "}", "(", ")", ";", ",", "+", "\n", "\r\n", "\t", " ", "😀", "\uD800", "\0", "\\", "@",
    ];

    private static readonly Gen<string> Yaml = Of(YamlPieces);
    private static readonly Gen<string> Code = Of(CodePieces);

    [Fact]
    public void NoFrontMatterIsTooMuch() => Yaml.Sample(yaml => Check("---\n" + yaml + "\n---\n# A"), iter: 2_000);

    [Fact]
    public void NoSettingsAreTooMuch() => Yaml.Sample(CheckSettings, iter: 2_000);

    [Fact]
    public void NoMetadataIsTooMuch() => Yaml.Sample(CheckMetadata, iter: 2_000);

    [Fact]
    public void NoExampleIsTooMuch() => Gen.Select(Yaml, Code).Sample((yaml, code) => CheckExample($"// {yaml.ReplaceLineEndings("\n// ")}\n// ---\n{code}\n/* output\n{code}\n*/"), iter: 1_000);

    [Fact]
    public void NoCommentIsTooMuch() => Code.Sample(CheckBlock, iter: 3_000);

    /// <summary>What the parser survives, the renderer, the audits and the writers of files do too.</summary>
    [Fact]
    public void EveryPageIsRendered() => PageParserLaws.Pages.Sample(CheckSite, iter: 300);

    [Fact]
    public void WordsOfAFenceReadAsTheyArePrinted() => Gen.Select(Gen.Char["abcdefghij-"].Array[1, 8].Select(chars => new string(chars)), Gen.String[0, 12]).Array[0, 5].Sample(words =>
    {
        var kept = words.Select(word => (Name: word.Item1, Value: string.Concat(word.Item2.Where(c => c is not ('\r' or '\n' or '"'))))).ToArray();
        var line = string.Concat(kept.Select(word => $" {word.Name}=\"{word.Value}\""));
        var page = new PageText("content/page.md", "csharp" + line);
        var findings = new FindingList(page);
        var info = InfoString.Read(page, new TextSpan(0, page.Text.Length), findings);
        Assert.Equal(0, findings.Count);
        Assert.Equal(kept, info.Words.Select(word => (word.Name, word.Value!)));
        Assert.All(info.Words, word => Assert.Equal(word.Value, word.ValueLocation.Text));
    });

    /// <summary>A fence that is written for an output, at any place and with any line ends, states that output.</summary>
    [Fact]
    public void AFenceStatesWhatItWasWrittenFor() => Gen.Select(
        One(("", ""), ("> ", "> "), ("- ", "  "), ("> 1. ", ">    "), ("  - - ", "      ")), One("\n", "\r\n", "\r"),
        Gen.OneOf(Gen.String[0, 8], One("", "```", "````", "~~~", "> a", "- b", "    c", "d  ", "<!--", "...", "[..]", "# e")).Array[1, 6]).Sample((place, lineEnd, lines) =>
    {
        var (first, later) = place;
        ImmutableArray<string> output = [.. lines.Select(line => string.Concat(line.Where(c => c is not ('\r' or '\n' or '\t' or '\0'))))];
        var text = $"{first}```csharp{lineEnd}{later}a;{lineEnd}{later}```{lineEnd}{later.TrimEnd()}{lineEnd}{FenceText.Whole("output", output, later, lineEnd)}{lineEnd}";
        var parsed = ParsePage.Of(text);
        Assert.Empty(parsed.Diagnostics);
        var fence = Assert.Single(Assert.Single(ParsePage.Blocks(parsed)).Outputs);
        Assert.Equal(output, fence.Text.Lines.Select(fence.Text.Page.Slice));
        Assert.True(new StatedLines([.. output], hasWildcards: true).Matches(output));
    }, iter: 2_000);

    public static TheoryData<string> Corpus() =>
        [.. Repository.Files.Where(file => file.StartsWith("tests/Docsite.Tests/Corpus/", StringComparison.Ordinal)).Select(file => file["tests/Docsite.Tests/Corpus/".Length..])];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void WhatWasFoundStaysMended(string file)
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "Docsite.Tests", "Corpus", file));
        Action<string> check = file.Split('/')[0] switch { "pages" => CheckSite, "settings" => CheckSettings + (Action<string>)CheckMetadata, "examples" => CheckExample, _ => CheckBlock };
        check(text);
    }

    private static void Check(string page) => AssertInside(ParsePage.Of(page).Diagnostics);

    private static void CheckSettings(string yaml) => AssertInside(SettingsReader.Read(new PageText("docsite.yml", yaml), "/").Diagnostics);

    private static void CheckMetadata(string yaml)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        MetadataReader.Read(new PageText("content/_directory.yml", yaml), findings);
        AssertInside(findings);
    }

    private static void CheckExample(string file) => AssertInside(ExampleParser.Parse(new PageText("examples/a.cs", file), ParsePage.Settings).Diagnostics);

    private static void CheckBlock(string code)
    {
        var comments = CommentReader.Read(code, BlockCompiler.ParseOptions, new VariantNames(["A", "B2"], "A"));
        foreach (var span in comments.Values.SelectMany(value => new[] { value.Comment, value.Expected }).Concat(comments.Errors.Select(error => error.Carets ?? error.Comment))
            .Concat(comments.Throws.Select(thrown => thrown.Comment)).Concat(comments.Problems.Select(problem => problem.Span)))
        {
            Assert.InRange(span.End, span.Start, code.Length);
        }
    }

    private static void CheckSite(string page)
    {
        Check(page);
        var settings = RenderedPages.Settings with { Host = "https://example.org", BookPath = "book.html" };
        var site = RenderedPages.Site(settings, [("index.md", "# Home"), ("page.md", page)]);
        AssertInside(SiteAudit.Audit(site, SiteFiles.Of(site, settings)));
    }

    private static void AssertInside(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            Assert.InRange(finding.Location.Span.End, finding.Location.Span.Start, finding.Location.Page.Text.Length);
            Assert.NotEqual("", finding.Message);
        }
    }

    private static Gen<T> One<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static Gen<string> Of(string[] pieces) =>
        Gen.Frequency((8, Gen.Int[0, pieces.Length - 1].Select(i => pieces[i])), (1, Gen.String[0, 4])).Array[0, 40].Select(string.Concat);
}
