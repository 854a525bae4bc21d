using System.Collections.Immutable;
using Docsite.Generation;

namespace Docsite.Reference.Pages;

/// <summary>The reference of the settings' projects: a page for each type, one for each namespace, one above all.</summary>
/// <param name="source">The built projects.</param>
public sealed class ApiReference(ApiSource source) : IPageGenerator
{
    /// <inheritdoc/>
    public GeneratedPages Generate(VerifiedSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        if (site.Settings.Reference is not { } settings) return GeneratedPages.None;
        var model = source.Model;
        var examples = ApiExamples.None;
        var pages = model.Types.Select(type => Page(type, settings, examples))
            .Concat(model.Namespaces.Select((space, i) => Page(space, i, model, settings)))
            .Append(new GeneratedPage
            {
                Route = $"{settings.Folder}/index.html",
                Title = settings.Title,
                Description = $"Every type and member of {string.Join(", ", model.Namespaces.Select(OverviewPages.NameOf))}.",
                Order = settings.Order,
                Xref = "api",
                Content = OverviewPages.Index(model),
            });
        return new GeneratedPages([.. pages]) { Diagnostics = source.Findings() };
    }

    private static GeneratedPage Page(ApiNamespace space, int place, ApiModel model, ReferenceSettings settings) => new()
    {
        Route = $"{settings.Folder}/{ApiLinks.PageOf(space.Name)}",
        Title = OverviewPages.NameOf(space),
        Description = $"The types of {OverviewPages.NameOf(space)}.",
        Order = place + 1,
        Xref = space.Name,
        Content = OverviewPages.Namespace(space, model),
    };

    private static GeneratedPage Page(ApiType type, ReferenceSettings settings, ApiExamples examples) => new()
    {
        Route = $"{settings.Folder}/{type.Page}",
        Title = $"{type.Name} ({type.Kind})",
        Description = type.Docs.Text,
        IsInMenu = false,
        Xref = ApiPlaces.XrefOf(type.Id),
        Places = Places(type),
        Content = new TypePage(type, examples).Write(),
    };

    // Overloads share a name; it leads to the first of them.
    private static ImmutableArray<XrefPlace> Places(ApiType type) =>
        [.. type.Members.Select(member => new XrefPlace(ApiPlaces.XrefOf(member.Id), member.Anchor)).DistinctBy(place => place.Xref)];
}
