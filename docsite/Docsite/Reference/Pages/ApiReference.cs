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
        var examples = ApiExamples.Of(site);
        var spans = new VariantSpans(site.Settings);
        var executed = new ExecutedPage(model, examples, settings);
        var pages = model.Types.Select(type => Page(type, settings, examples, spans))
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
        pages = pages.Concat(Indexes(settings, model, examples, spans)).Append(new GeneratedPage
        {
            Route = $"{settings.Folder}/executed.html",
            Title = "What do the pages run?",
            Description = "The public members that the site's blocks run, and those that none of them does.",
            Order = model.Namespaces.Length + 2,
            Xref = "executed",
            Content = executed.Write(),
        });
        return new GeneratedPages([.. pages]) { Diagnostics = [.. source.Findings(), .. executed.Findings()] };
    }

    private static IEnumerable<GeneratedPage> Indexes(ReferenceSettings settings, ApiModel model, ApiExamples examples, VariantSpans spans)
    {
        foreach (var attribute in settings.Attributes.Where(one => one.Index is not null))
        {
            if (new NamesIndex(attribute, settings.Folder, examples, spans).Write(model) is not { } content) continue;
            var id = ApiPlaces.IdOf(attribute.Index!);
            yield return new GeneratedPage
            {
                Name = id,
                Route = $"{settings.Folder}/{id}.html",
                Title = attribute.Index!,
                Description = $"{attribute.Index}: what stands for each of them here, and where it is explained.",
                Order = model.Namespaces.Length + 1,
                Xref = id,
                Content = content,
            };
        }
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

    private static GeneratedPage Page(ApiType type, ReferenceSettings settings, ApiExamples examples, VariantSpans spans) => new()
    {
        Route = $"{settings.Folder}/{type.Page}",
        Title = $"{type.Name} ({type.Kind})",
        Description = type.Docs.Text,
        IsInMenu = false,
        Xref = ApiPlaces.XrefOf(type.Id),
        Places = Places(type),
        Content = new TypePage(type, examples, spans).Write(),
    };

    // Overloads share a name; it leads to the first of them.
    private static ImmutableArray<XrefPlace> Places(ApiType type) =>
        [.. type.Members.Select(member => new XrefPlace(ApiPlaces.XrefOf(member.Id), member.Anchor)).DistinctBy(place => place.Xref)];
}
