using Docsite.Pages;
using Docsite.Settings;
using TestSupport;

namespace Docsite.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void ReadsEverySettingWithKeysInAnyCase()
    {
        var reading = SettingsReader.Read(new PageText("docsite.yml", """
            sitetitle: Frame Vectors
            Description: A site
            HOST: example.org/docs/
            InputPaths: [./content/, 'more//']
            OutputPath: out/site
            ExcludedPaths: "**/draft-*.md"
            Projects:
              - a/b.csproj
            Usings: [System, static System.Math]
            Timeout: 1.5s
            MemoryLimit: 64 MiB
            InvariantGlobalization: false
            Verdicts: [holds, refuted]
            Variants:
              Name: era
              Default: B
              Values: { A: "var era = 1;", B: "var era = 2;", C: "var era = 3;" }
              Versions: { A: v4, B: 5.8-5.11, C: 5.12- }
            """), "/root-of-site");
        var settings = reading.Settings;
        Assert.Empty(reading.Diagnostics);
        Assert.Equal("Frame Vectors", settings.SiteTitle);
        Assert.Equal("https://example.org/docs", settings.Host);
        Assert.Equal(["content", "more"], settings.InputPaths);
        Assert.Equal("out/site", settings.OutputPath);
        Assert.Equal(["**/draft-*.md"], settings.ExcludedPaths);
        Assert.Equal(["a/b.csproj"], settings.Projects);
        Assert.Equal(["System", "static System.Math"], settings.Usings);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), settings.Timeout);
        Assert.Equal(64L << 20, settings.MemoryLimitBytes);
        Assert.False(settings.InvariantGlobalization);
        Assert.Equal(["holds", "refuted"], settings.Verdicts);
        Assert.Equal("era", settings.VariantName);
        Assert.Equal(["A=var era = 1;", "B=var era = 2;", "C=var era = 3;"], settings.Variants.Select(v => $"{v.Name}={v.Declaration}"));
        Assert.Equal("B", settings.DefaultVariant?.Name);
        Assert.Equal(["A 4.0 4.0", "B 5.8 5.11", "C 5.12 "], settings.VariantVersions.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value.First} {one.Value.Last}"));
    }

    [Theory]
    [InlineData("SiteTitel: x", "docsite.yml(1,1) there is no setting SiteTitel; did you mean SiteTitle?")]
    [InlineData("Description: x", "docsite.yml(1,1) the setting 'SiteTitle' is missing; add: SiteTitle: The name of the site")]
    [InlineData("SiteTitle: x\r\nHost: y\r\nhost: z", "docsite.yml(3,1) the setting 'host' is given twice")]
    [InlineData("SiteTitle: 😀\nTimeout: 5 hours", "docsite.yml(2,10) '5 hours' is not a length of time; expected: a number above 0 with ms, s or m, e.g. 5s")]
    [InlineData("SiteTitle: x\nTimeout: 0s", "docsite.yml(2,10) '0s' is not a length of time; expected: a number above 0 with ms, s or m, e.g. 5s")]
    [InlineData("SiteTitle: x\nMemoryLimit: lots", "docsite.yml(2,14) 'lots' is not an amount of memory; expected: a number above 0 with KiB, MiB or GiB, e.g. 512 MiB")]
    [InlineData("SiteTitle: [x]", "docsite.yml(1,12) a text is expected")]
    [InlineData("SiteTitle: x\nOutputPath: /srv", "docsite.yml(2,13) '/srv' is an absolute path; expected: a path relative to this file")]
    [InlineData("SiteTitle: x\nOutputPath: content/site", "docsite.yml(2,13) the output folder 'content/site' and the pages share a folder; the output folder is replaced by every build; give it a folder of its own")]
    [InlineData("SiteTitle: x\nInputPaths: [docs, docs/]", "docsite.yml(2,20) 'docs' is given twice; take one of them out")]
    [InlineData("SiteTitle: x\nInputPaths: [docs/new, pages, ./docs]", "docsite.yml(2,31) the input folders 'docs/new' and 'docs' share their pages; name the outer one alone")]
    [InlineData("SiteTitle: x\n---\nTimeout: 5s", "docsite.yml(3,1) a second document starts here, which nothing reads; take out the line --- above it")]
    [InlineData("SiteTitle: x\r\nDescription: \"a\u0001b\"", "docsite.yml(2,16) not readable as YAML: the control character U+0001 has no place in YAML")]
    [InlineData("SiteTitle: x\n\0Timeout: 5s", "docsite.yml(2,1) not readable as YAML: the control character U+0000 has no place in YAML")]
    [InlineData("SiteTitle: x\nInputPaths: [docs, ./]", "docsite.yml(2,20) the folder of docsite.yml itself holds more than what is published; name a folder below it, e.g. content")]
    [InlineData("SiteTitle: x\nExamplePaths: .", "docsite.yml(2,15) the folder of docsite.yml itself holds more than what is published; name a folder below it, e.g. content")]
    [InlineData("SiteTitle: x\nOutputPath: .", "docsite.yml(2,13) the output folder '.' and the pages share a folder; the output folder is replaced by every build; give it a folder of its own")]
    [InlineData("SiteTitle: x\nHost: ftp://x", "docsite.yml(2,7) 'ftp://x' is not the address of a site; expected: a host such as example.org or https://example.org/docs")]
    [InlineData("SiteTitle: x\nVariants:\n  Values: {C3: a, B2: b}\n  Default: B3", "docsite.yml(4,12) there is no variant B3; did you mean C3?; allowed are C3, B2")]
    [InlineData("SiteTitle: x\nUsings: [System, \"A; x\"]", "docsite.yml(2,18) 'A; x' is neither a namespace nor 'static' and a type; expected: a name as C# writes it behind 'using', e.g. System.Linq or static System.Math")]
    [InlineData("SiteTitle: x\nUsings:\n  - System\n  - ' System'", "docsite.yml(4,5) 'System' is given twice; take one of them out")]
    [InlineData("SiteTitle: x\nProjects: [a.csproj, b.csproj, a.csproj]", "docsite.yml(2,32) 'a.csproj' is given twice; take one of them out")]
    [InlineData("SiteTitle: x\nProjects:", "docsite.yml(2,10) a text or a list of texts is expected")]
    [InlineData("SiteTitle: x\nInputPaths: []", "docsite.yml(2,13) a folder is missing; name one at least, or take the setting out")]
    [InlineData("SiteTitle: x\nLimits: {Html: 1 KiB, html: 2 KiB}", "docsite.yml(2,23) the setting 'html' is given twice")]
    [InlineData("SiteTitle: x\nReference: {folder: api, Folder: b}", "docsite.yml(2,26) the setting 'Folder' is given twice")]
    [InlineData("SiteTitle: x\nReference: api", "docsite.yml(2,12) there is no project that the reference could be about; name one under Projects, or take the setting out")]
    [InlineData("SiteTitle: x\nReference: ../api", "docsite.yml(2,12) '../api' is no folder of the site; e.g. api")]
    [InlineData("SiteTitle: x\nBookPath: .docsite/book.html", "docsite.yml(2,11) '.docsite/book.html' is no path of a file .html in the site; e.g. name.html")]
    [InlineData("SiteTitle: x\nVariants:\n  Name: e ra\n  Values: {A: a}", "docsite.yml(3,9) 'e ra' is no word that a fence can name; expected: one word without blanks, brackets, quotes, commas, colons and equals signs, e.g. era or net8.0")]
    [InlineData("SiteTitle: x\nVariants:\n  Name: Hidden\n  Values: {A: a}", "docsite.yml(3,9) 'Hidden' cannot name the variants: hidden is an option already; choose another word, e.g. era")]
    [InlineData("SiteTitle: x\nVariants:\n  Name: claim\n  Values: {A: a}", "docsite.yml(3,9) 'claim' cannot name the variants: Claims is an option already; choose another word, e.g. era")]
    [InlineData("SiteTitle: x\nVariants:\n  Values: {'A,B': a}", "docsite.yml(3,12) 'A,B' is no word that a fence can name")]
    [InlineData("SiteTitle: x\nVariants:\n  Values: {}\n  Default: A", "docsite.yml(3,11) the values are 'Name: line of C#' pairs")]
    [InlineData("SiteTitle: x\nMemoryLimit: 1 MiB", "docsite.yml(2,14) '1 MiB' is less than a process can run in; expected: 16 MiB or more")]
    [InlineData("SiteTitle: x\nBuildTimeout: never", "docsite.yml(2,15) 'never' is not a length of time")]
    [InlineData("SiteTitle: x\nOutputPath: out/.docsite", "docsite.yml(2,13) the output folder 'out/.docsite' is where results are kept between builds; choose another name")]
    [InlineData("SiteTitle: x\nVariants: {Name: era}", "docsite.yml(2,11) the setting 'Values' is missing")]
    [InlineData("SiteTitle: x\nVariants: {Nam: a, Values: {A: a}}", "docsite.yml(2,12) there is no setting Nam; did you mean Name?; allowed are Name, Default, Values, Versions")]
    [InlineData("SiteTitle: x\nVariants:\n  Values: {C3: a}\n  Versions: {C3: 5.8-5.1}", "docsite.yml(4,18) '5.8-5.1' is no span of versions; expected: two versions such as 5.8-5.11, one such as 6.1, or 6.5- where the last is open")]
    [InlineData("SiteTitle: x\nVariants:\n  Values: {C3: a}\n  Versions: {B3: 5.8}", "docsite.yml(4,14) there is no variant B3; did you mean C3?; allowed are C3")]
    [InlineData("SiteTitle: x\nLinkRoot: ../docs", "docsite.yml(2,11) '../docs' is no folder of a host; e.g. /docs")]
    [InlineData("SiteTitle: x\nLinkHideExtensions: yes", "docsite.yml(2,21) 'yes' is neither true nor false")]
    [InlineData("SiteTitle: x\nLinksUseHttps: true", "docsite.yml(2,1) there is no setting LinksUseHttps: Host says so, e.g. https://example.org")]
    [InlineData("- a", "docsite.yml(1,1) the file is not a list of 'Key: value' lines")]
    [InlineData("SiteTitle: [a\nb: c", "docsite.yml(1,12) not readable as YAML: a '[' is never closed")]
    [InlineData("SiteTitle: a\nProjects: [a, {b: c\n", "docsite.yml(2,15) not readable as YAML: a '{' is never closed")]
    [InlineData("SiteTitle: a\r\nUsings:\r\n  - a\r\n \t- b\r\n", "docsite.yml(4,2) not readable as YAML: a tab stands where a line is indented, which YAML does by blanks alone")]
    [InlineData("SiteTitle: a\r\nHost: *b", "docsite.yml(2,7) not readable as YAML: nothing is called &b")]
    [InlineData("SiteTitle: x\r\nHost: y\r\nTimeout: 5 hours", "docsite.yml(3,10) '5 hours' is not a length of time")]
    [InlineData("SiteTitle: a\n  b: c", "docsite.yml(2,4) not readable as YAML: while scanning a plain scalar value, found invalid mapping")]
    public void ReportsWhatCannotBeRead(string text, string expected)
    {
        var findings = SettingsReader.Read(new PageText("docsite.yml", text), "/root-of-site").Diagnostics;
        var finding = Assert.Single(findings);
        var all = string.Join("; ", [$"{finding.Location} {finding.Message}", .. finding.Notes]);
        Assert.StartsWith(expected, all, StringComparison.Ordinal);
    }

    /// <summary>Who adopts the tool has its README and nothing else.</summary>
    [Fact]
    public void EverySettingStandsInTheToolsReadme()
    {
        var readme = File.ReadAllText(Repository.PathOf("docsite", "Docsite.Cli", "README.md"));
        Assert.Empty(SettingsReader.AllowedKeys.Where(key => !readme.Contains($"`{key}`", StringComparison.Ordinal)));
    }
}
