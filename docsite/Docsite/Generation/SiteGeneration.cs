using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Pages;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Generation;

/// <summary>Everything that was generated for a site.</summary>
/// <param name="Pages">Pages of their own.</param>
/// <param name="Parts">Contents that Markdown pages take in, by name.</param>
/// <param name="Diagnostics">What the generators found, and names of contents that none makes.</param>
public sealed record SiteGeneration(
    ImmutableArray<SitePage> Pages, ImmutableDictionary<string, GeneratedPart> Parts, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The word behind <c>:::</c> that takes in generated content.</summary>
    internal const string ContainerName = "generated";

    /// <summary>Nothing.</summary>
    public static SiteGeneration None { get; } = new([], ImmutableDictionary<string, GeneratedPart>.Empty, []);

    /// <summary>Every generator that needs nothing but the verified site.</summary>
    public static ImmutableArray<IPageGenerator> Standard { get; } = [new ClaimsIndex(), new ExampleGallery(), new FindingCodes()];

    /// <summary>Runs generators.</summary>
    public static SiteGeneration Of(ImmutableArray<IPageGenerator> generators, VerifiedSite site) => Of(generators, site, null);

    /// <summary>The same, where one over which the tool fails makes nothing.</summary>
    internal static SiteGeneration Of(ImmutableArray<IPageGenerator> generators, VerifiedSite site, Containment? containment)
    {
        GeneratedPages Contained(IPageGenerator generator) => containment is null ? generator.Generate(site)
            : containment.OfStep(generator.GetType().Name, new GeneratedPages([]), () => generator.Generate(site));
        var made = generators.Select(Contained).ToList();
        var pages = made.SelectMany(one => one.Pages).OrderBy(page => page.Route, StringComparer.Ordinal).ToList();
        var hosts = site.Pages.SelectMany(page => Containers(page).Select(container => (Page: page, Container: container))).ToList();
        var parts = pages.Where(page => page.Name is not null)
            .ToImmutableDictionary(page => page.Name!, page => new GeneratedPart(page, page.Content.Read()), StringComparer.Ordinal);
        var taken = hosts.Select(host => NameOf(host.Container)).ToHashSet(StringComparer.Ordinal);
        return new SiteGeneration(
            [.. pages.Where(page => !page.IsPart && (page.Name is null || !taken.Contains(page.Name))).Select(site.Kept.Page)],
            parts,
            [
                .. made.SelectMany(one => one.Diagnostics),
                .. hosts.Where(host => containment is not { HasLostStep: true } && !parts.ContainsKey(NameOf(host.Container))).Select(host => Unknown(host.Page, host.Container, parts.Keys)),
            ]);
    }

    /// <summary>The name of the content that a container takes in; nothing for other containers.</summary>
    internal static string NameOf(CustomContainer container) => container.Arguments?.Trim() ?? "";

    /// <summary>The containers of a page that take in generated content.</summary>
    internal static IEnumerable<CustomContainer> Containers(SitePage page) =>
        page.Parsed.Document.Descendants<CustomContainer>().Where(container => container.Info == ContainerName);

    private static Diagnostic Unknown(SitePage page, CustomContainer container, IEnumerable<string> names)
    {
        var text = page.Source.Text;
        var line = text.LineSpan(text.PositionOf(container.Span.Start).Line);
        var name = NameOf(container);
        var known = names.Order(StringComparer.Ordinal).ToList();
        return new Diagnostic(DiagnosticIds.UnknownGenerated, Severity.Error, new PageLocation(text, TextSpan.FromBounds(container.Span.Start, line.End)),
            name.Length == 0 ? "the container does not say what is to be generated" : $"nothing of this site is generated as {name}{NearestWord.Question(name, known)}")
        {
            Notes = [known is [] ? "the site has nothing that could be listed" : $"there is {string.Join(", ", known)}"],
        };
    }
}

/// <summary>Generated content that a Markdown page takes in.</summary>
/// <param name="Page">What was generated.</param>
/// <param name="Document">Its content, read.</param>
public sealed record GeneratedPart(GeneratedPage Page, MarkdownDocument Document);
