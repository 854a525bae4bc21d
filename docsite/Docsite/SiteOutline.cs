using System.Collections.Immutable;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Keeping;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Parsing.Examples;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite;

/// <summary>What a site has, read and not run.</summary>
/// <param name="Source">Its files.</param>
/// <param name="Pages">Its pages, one for each in <paramref name="Source"/>.</param>
public sealed record SiteOutline(SiteSource Source, ImmutableArray<ParsedPage> Pages)
{
    /// <summary>The source files that its pages name.</summary>
    public ImmutableArray<SourceState> Sources { get; init; } = [];

    /// <summary>What the tool itself failed over, whose blocks are missing.</summary>
    public ImmutableArray<Diagnostic> Defects { get; init; } = [];

    /// <summary>Reads a site: Discover and Parse.</summary>
    public static SiteOutline Read(SiteSettings settings) => Read(settings, new KeptSite());

    /// <summary>The same, with what an earlier reading left.</summary>
    /// <param name="settings">The site.</param>
    /// <param name="kept">A build with the same reads nothing again.</param>
    public static SiteOutline Read(SiteSettings settings, KeptSite kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var containment = new Containment();
        var outline = Read(settings, kept, containment, Parse);
        return outline with { Defects = containment.Defects };
    }

    /// <summary>The same, where a page over which the tool fails is lost, and none of the others.</summary>
    internal static SiteOutline Read(SiteSettings settings, KeptSite kept, Containment containment, PageReader parse)
    {
        var source = containment.OfStep(nameof(SiteDiscovery), new SiteSource([], [], [], []), () => SiteDiscovery.Discover(settings));
        var sources = new SourceFiles(settings, kept);
        KeptSite.ReadPage Contained(SourcePage page) =>
            containment.Of(page.Text, () => kept.Read(page, sources.Read, read => parse(page, settings, read))) ?? new KeptSite.ReadPage(page, Unread(page, settings), []);
        foreach (var page in source.Unread) containment.Lose(page.Text);
        var pages = AtOnce.Of(source.Pages, Contained).AddRange(source.Unread.Select(page => new KeptSite.ReadPage(page, Unread(page, settings), [])));
        return new SiteOutline(source with { Pages = [.. pages.Select(page => page.Source)] }, [.. pages.Select(page => page.Parsed)]) { Sources = sources.States };
    }

    /// <summary>Reads a page or an example.</summary>
    internal static ParsedPage Parse(SourcePage page, SiteSettings settings, Func<string, PageText?> readSource) =>
        page.IsExample ? ExampleParser.Parse(page.Text, settings) : PageParser.Parse(page.Text, settings, readSource);

    private static ParsedPage Unread(SourcePage page, SiteSettings settings) => new(page.Text, FrontMatter.None, [], []) { Id = PageIds.Of(page.Text.Path, settings.InputPaths) };

    /// <summary>The paths and ids in a request that name nothing in the site.</summary>
    public IEnumerable<string> Unmet(SiteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ids = Pages.SelectMany(page => page.Steps.Select(step => step.Id).Prepend(page.Id)).ToHashSet(StringComparer.Ordinal);
        return PageFilter.Unmet(request, Pages.Select(page => page.Page.Path)).Concat(request.Ids.Concat(request.ForcedIds).Where(id => !ids.Contains(id)));
    }

    /// <summary>Paths and ids in a request that have no page in common, so that nothing of them would be verified.</summary>
    public IEnumerable<string> Apart(SiteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PageFilter.Apart(request, Pages);
    }

    /// <summary>The blocks and prose values of pages, in page order.</summary>
    public static ImmutableArray<PlannedStep> StepsOf(IEnumerable<ParsedPage> pages, SiteSettings settings) =>
        [.. pages.SelectMany(page => StepsOf(page, settings))];

    private static IEnumerable<PlannedStep> StepsOf(ParsedPage page, SiteSettings settings)
    {
        var variantsOf = SessionPlanner.Plan(page, settings).Sessions.SelectMany(session => session.Steps.Select(step => (step.Id, session.Variant?.Name)))
            .ToLookup(run => run.Id, run => run.Name, StringComparer.Ordinal);
        return page.Steps.Select(step => new PlannedStep(step, PromiseOf(step), [.. variantsOf[step.Id].OfType<string>().Distinct()]));
    }

    private static string PromiseOf(SessionStep step) => step switch
    {
        SessionStep.Block { Options.Kind: var kind } => kind switch
        {
            BlockKind.CompileOnly => "compiles",
            BlockKind.Fails fails => $"fails with {string.Join(", ", fails.Codes)}",
            BlockKind.Throws throws => $"throws {throws.TypeName}",
            BlockKind.Ignored ignored => $"is not run: {ignored.Reason}",
            _ => "runs",
        },
        _ => "has the value in the text",
    };
}

/// <summary>Reads a page, given a way to read the source files that it names.</summary>
internal delegate ParsedPage PageReader(SourcePage page, SiteSettings settings, Func<string, PageText?> readSource);

/// <summary>A block or a prose value as it is planned.</summary>
/// <param name="Step">It.</param>
/// <param name="Promise">What the page promises of it, e.g. <c>fails with CS0029</c>.</param>
/// <param name="Variants">The variants that it runs in; empty where the site has none.</param>
public sealed record PlannedStep(SessionStep Step, string Promise, ImmutableArray<string> Variants)
{
    /// <summary>Whether it says why it is not run.</summary>
    public bool IsIgnored => Step is SessionStep.Block { Options.Kind: BlockKind.Ignored };
}
