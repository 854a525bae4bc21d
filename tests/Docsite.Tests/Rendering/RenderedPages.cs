using System.Collections.Immutable;
using Docsite.Auditing;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Generation;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Rendering;
using Docsite.Settings;
using Docsite.Writing;

namespace Docsite.Tests.Rendering;

/// <summary>Renders pages given as text.</summary>
internal static class RenderedPages
{
    public static SiteSettings Settings { get; } = new()
    {
        Root = "/",
        SiteTitle = "Test",
        VariantName = "era",
        Variants = [new Variant("A", ""), new Variant("B2", ""), new Variant("C3", "")],
        Verdicts = ["holds", "holds-if", "refuted"],
    };

    public static SiteMap Map(params (string Path, string Text)[] files) => Map(SiteGeneration.None, files);

    public static SiteMap Map(SiteGeneration generated, (string Path, string Text)[] files)
    {
        var source = Source(files);
        return SiteMap.Build(source, Pages(source), generated);
    }

    /// <summary>The site with what generators make of it.</summary>
    public static RenderedSite Generated(ImmutableArray<IPageGenerator> generators, params (string Path, string Text)[] files)
    {
        var pages = Pages(Source(files));
        VariantRuns RunsOf(SitePage page) => StatedRuns.Of(page.Parsed, Settings);
        var generated = SiteGeneration.Of(generators, new VerifiedSite(Settings, pages, RunsOf));
        return new SiteRenderer(new PlainTheme()).Render(SiteMap.Build(Source(files), pages, generated), Settings, RunsOf);
    }

    public static ImmutableArray<Diagnostic> Audit(RenderedSite site) => SiteAudit.Audit(site, SiteFiles.Of(site, Settings));

    private static ImmutableArray<SitePage> Pages(SiteSource source) =>
        SitePages.Of(source, source.Pages.Select(page => PageParser.Parse(page.Text, Settings)));

    private static SiteSource Source((string Path, string Text)[] files)
    {
        var pages = files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => new SourcePage(new PageText($"content/{file.Path}", file.Text), Route.OfPage(file.Path), ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)));
        var others = files.Where(file => !file.Path.EndsWith(".md", StringComparison.Ordinal)).Select(file => new SourceFile($"content/{file.Path}", file.Path, ""));
        return new SiteSource([.. pages.OrderBy(page => page.Text.Path, StringComparer.Ordinal)], [.. others], [], []);
    }

    public static RenderedSite Site(params (string Path, string Text)[] files) => Site(Settings, files);

    public static RenderedSite Site(SiteSettings settings, (string Path, string Text)[] files) =>
        new SiteRenderer(new PlainTheme()).Render(Map(files), settings, page => StatedRuns.Of(page.Parsed, settings));

    public static PageModel Page(string text)
    {
        var map = Map(("page.md", text), ("index.md", "# Home"), ("learn/pins.md", "# Pins"), ("learn/index.md", "# Learn"), ("img/A b.png", ""));
        var page = map.FindByRoute("page.html")!;
        return new PageRenderer(new PlainTheme()).Render(new RenderInput(page, map, Settings, StatedRuns.Of(page.Parsed, Settings)));
    }
}
