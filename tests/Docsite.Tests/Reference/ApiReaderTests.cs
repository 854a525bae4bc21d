using System.Collections.Immutable;
using System.Text;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Reference;
using Docsite.Rendering;
using Docsite.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TestSupport;

namespace Docsite.Tests.Reference;

public sealed class ApiReaderTests(ApiReaderTests.ZooFixture zoo) : IClassFixture<ApiReaderTests.ZooFixture>
{
    [Fact]
    public void ReadsEveryKindOfTypeAndMember() => Golden.Verify(string.Concat(zoo.Model.Types.Select(Text)), "Zoo");

    [Fact]
    public void ReportsWhatHasNoSummaryAndWhatRefersToNothing() => Assert.Equal(
        [
            $"{DiagnosticIds.MissingSummary} M:Zoo.IBare.Bare",
            $"{DiagnosticIds.MissingSummary} P:Zoo.Lion.Cub.Months",
            $"{DiagnosticIds.MissingSummary} P:Zoo.Lion.Cub.Name",
            $"{DiagnosticIds.BrokenReference} T:Zoo.IBare",
        ],
        zoo.Model.Problems.Select(problem => $"{problem.Code} {problem.Item}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("T:Zoo.IBare", "public interface IBare", "IBare")]
    [InlineData("M:Zoo.IBare.Bare", "    void Bare();", "Bare")]
    [InlineData("M:Zoo.Cage`1.Map``1(System.Func{`0,``0})", "    public Cage<TOther> Map<TOther>(Func<T, TOther> map) where TOther : Animal, new() => default;", "Map")]
    [InlineData("M:Zoo.Cage`1.Map(`0@,System.Int32@,System.ReadOnlySpan{System.String})", "    public Cage<T> Map(ref T animal, out int count, params ReadOnlySpan<string> names) { count = 0; return this; }", "Map")]
    [InlineData("F:Zoo.Diet.Meat", "    Meat = 2,", "Meat")]
    [InlineData("P:Zoo.Lion.Cub.Years", "        public double Years => Months / 12d; }", "Years")]
    [InlineData("M:Zoo.Cage`1.op_Addition(Zoo.Cage{`0},System.Int32)", "public readonly record struct Cage<T>(ulong Number, T Inhabitant) where T : Animal", "Cage")]
    public void FindsADeclarationInTheSources(string id, string line, string name)
    {
        var place = zoo.Places.Find(id, "Zoo");
        Assert.Equal((line, name), (place.Page.Slice(place.Page.LineSpan(place.Start.Line)), place.Text));
    }

    [Fact]
    public void WhatIsInNoSourceIsFoundAtTheProject() => Assert.Equal("Zoo.csproj", zoo.Places.Find("T:Zoo.Unicorn", "Zoo").Page.Path);

    [Theory]
    [InlineData("Seen: { Text: '{File}, page {Page}', Url: ['https://example.org/{FILE}/{Edition}'] }", "")]
    [InlineData("Zoo.Seen: Seen in", "")]
    [InlineData("Obsolete: Not for use", "")]
    [InlineData("System.Obsolete: { Text: '{Message} {DiagnosticId}' }", "")]
    [InlineData("Sean: Seen in", "docsite.yml(5,11) DOC0352 there is no attribute Sean; did you mean Seen?")]
    [InlineData("Shop.Seen: Seen in", "docsite.yml(5,16) DOC0352 there is no attribute Shop.Seen; did you mean Seen?")]
    [InlineData("Seen: { Text: ['{File}', 'page {Pages}'] }", "docsite.yml(5,31) DOC0352 the attribute Seen has no Pages; did you mean page?")]
    [InlineData("Seen: { Url: 'https://example.org/{Volume}' }", "docsite.yml(5,19) DOC0352 the attribute Seen has no Volume")]
    public void ASettingThatNamesNothingIsAFindingWhereItStands(string attribute, string expected)
    {
        var folder = Path.GetDirectoryName(zoo.Assembly)!;
        var settings = SettingsReader.Read(new PageText("docsite.yml", $"SiteTitle: x\nProjects: Zoo.csproj\nReference:\n  Attributes:\n    {attribute}\n"), folder).Settings;
        var findings = new ApiSource(settings, BlockEnvironment.Framework with { Projects = [new BuiltProject("Zoo.csproj", zoo.Assembly)] }).Findings();
        Assert.Equal(expected, string.Join('\n', findings.Where(finding => finding.Location.Page.Path == "docsite.yml").Select(finding => $"{finding.Location} {finding.Id} {finding.Message}")));
    }

    /// <summary>What blocks name may be what nobody wrote: a record's members, a delegate's Invoke, the class behind an extension block.</summary>
    [Fact]
    public void EveryLinkToTheReferenceLeadsToAPlaceInIt()
    {
        var places = zoo.Model.Types.SelectMany(type => type.Members.Select(member => $"{type.Page}#{member.Anchor}").Prepend(type.Page)).ToHashSet(StringComparer.Ordinal);
        var compilation = CSharpCompilation.Create("all", references: BlockEnvironment.Framework.References.Append(zoo.Assembly).Select(path => MetadataReference.CreateFromFile(path)));
        var links = new ApiLinks(["Zoo"]);
        var symbols = compilation.SourceModule.ReferencedAssemblySymbols.Single(one => one.Name == "Zoo").GlobalNamespace.GetMembers("Zoo").SelectMany(AllBelow).Where(ApiMembers.IsVisible).ToList();
        Assert.Contains(symbols, symbol => symbol.Name == "Deconstruct");
        Assert.Contains(symbols, symbol => symbol.Name == "Invoke");
        var led = symbols.Select(links.Href).OfType<string>().ToList();
        Assert.Superset(zoo.Model.Types.Select(type => type.Page).ToHashSet(), led.ToHashSet());
        Assert.Empty(led.Where(link => !places.Contains(link)));
    }

    private static IEnumerable<ISymbol> AllBelow(ISymbol symbol) =>
        symbol is INamespaceOrTypeSymbol container ? container.GetMembers().SelectMany(AllBelow).Concat(symbol is INamedTypeSymbol ? [symbol] : []) : [symbol];

    private static string Text(ApiType type)
    {
        var text = new StringBuilder($"== {type.Page}\n{Code(type.Declaration)}\n");
        text.Append(Docs(type)).Append(Names("bases", type.Bases)).Append(Names("derived", type.Derived)).Append(Names("inherited", type.Inherited)).Append(Names("extensions", type.Extensions));
        foreach (var member in type.Members) text.Append($"-- {member.Group} #{member.Anchor}: {member.Name}, {member.Kind}{(member.HasCode ? "" : ", no code")}\n{Code(member.Declaration)}\n").Append(Docs(member));
        return text.ToString();
    }

    private static string Docs(ApiItem item)
    {
        var docs = item.Docs;
        return Line("summary", docs.Summary) + Line("text", docs.Text == docs.Summary ? "" : docs.Text) + Line("remarks", docs.Remarks) + Line("returns", docs.Returns)
            + string.Concat(docs.Parameters.Select(term => Line("param", $"{term.Term} {term.Meaning}"))) + string.Concat(docs.Exceptions.Select(term => Line("throws", $"{term.Term} {term.Meaning}")))
            + Line("see also", string.Join(", ", docs.SeeAlso)) + Line("obsolete", item.Obsolete ?? "")
            + string.Concat(item.Notes.Select(note => Line("note", $"{note.Label}: {note.Text} -> {note.Href}; index {note.Name} ({note.Detail})")));
    }

    private static string Line(string label, string text) => text.Length == 0 ? "" : $"   {label}: {text.TrimEnd('\n').ReplaceLineEndings("\n      ")}\n";

    private static string Names(string label, ImmutableArray<CodeToken> names) => Line(label, string.Join(", ", names.Select(name => $"{name.Text} [{name.Href}]")));

    private static string Code(ImmutableArray<CodeLine> lines) => string.Join('\n', lines.Select(line => "   " + string.Concat(line.Tokens.Select(Token))));

    private static string Token(CodeToken token) => token.Href is null ? token.Text : $"{token.Text}[{token.Href.Replace("https://learn.microsoft.com/dotnet/api/", "~", StringComparison.Ordinal)}]";

    public sealed class ZooFixture : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("docsite-zoo-");

        public ZooFixture()
        {
            var assembly = Assembly = CompiledSource.Write(_folder.FullName, "Zoo", File.ReadAllText(Path.Combine(Repository.Root, "tests/Docsite.Tests/Reference/Zoo.cs.txt")));
            Places = new DeclarationPlaces(_folder.FullName, [new BuiltProject("Zoo.csproj", assembly)]);
            Model = ApiReader.Read(BlockEnvironment.Framework.References, [assembly], new ReferenceSettings
            {
                Attributes = [new AttributeSetting("Seen", "Seen in") { Text = ["{File}, page {Page}"], Url = ["https://example.org/{File}/{Edition}", "https://example.org/{File}"], Index = "Books", Name = ["{File}"], Detail = ["{Edition}"] }],
            });
        }

        internal string Assembly { get; }

        internal DeclarationPlaces Places { get; }

        internal ApiModel Model { get; }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
