using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Docsite.Generation;
using Docsite.Rendering;

namespace Docsite.Reference.Pages;

/// <summary>Writes the pages that lead to the types: one for the whole reference, one for each namespace.</summary>
internal static class OverviewPages
{
    // The order in which the kinds of types stand on a namespace's page.
    private static readonly ImmutableArray<(string Title, string[] Kinds)> Groups =
    [
        ("Classes", ["class"]), ("Records", ["record", "record struct"]), ("Structures", ["struct"]),
        ("Interfaces", ["interface"]), ("Enumerations", ["enum"]), ("Delegates", ["delegate"]),
    ];

    /// <summary>The first page.</summary>
    public static GeneratedContent.OfHtml Index(ApiModel model)
    {
        var html = new StringBuilder();
        var members = model.Types.Sum(type => type.Members.Length);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"lede\">{model.Types.Length} types with {members} members, written from the built assemblies and their comments.</p>\n");
        html.Append("<dl class=\"members\">\n");
        foreach (var space in model.Namespaces)
        {
            var types = model.Types.Where(type => type.Namespace == space.Name).ToList();
            html.Append(CultureInfo.InvariantCulture, $"<dt><a href=\"{ApiLinks.PageOf(space.Name)}\"><code>{Text(NameOf(space))}</code></a></dt>\n<dd>{types.Count} types in {Text(space.Assembly)}.dll</dd>\n");
        }
        html.Append("</dl>\n");
        return new GeneratedContent.OfHtml(html.ToString(), []);
    }

    /// <summary>A namespace.</summary>
    public static GeneratedContent.OfHtml Namespace(ApiNamespace space, ApiModel model)
    {
        var html = new StringBuilder();
        var headings = ImmutableArray.CreateBuilder<HeadingModel>();
        html.Append("<p>In ").Append(Text(space.Assembly)).Append(".dll.</p>\n");
        foreach (var (title, kinds) in Groups)
        {
            var types = model.Types.Where(type => type.Namespace == space.Name && kinds.Contains(type.Kind)).ToList();
            if (types.Count == 0) continue;
            var id = ApiPlaces.IdOf(title);
            headings.Add(new HeadingModel(id, title, 2));
            html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{id}\" class=\"heading\">{title} <a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to {title}\">#</a></h2>\n<dl class=\"members\">\n");
            foreach (var type in types)
            {
                html.Append("<dt><a href=\"").Append(type.Page).Append("\"><code>").Append(Text(type.Name)).Append("</code></a></dt>\n<dd>").Append(type.Docs.Summary).Append("</dd>\n");
            }
            html.Append("</dl>\n");
        }
        return new GeneratedContent.OfHtml(html.ToString(), headings.ToImmutable());
    }

    /// <summary>A namespace's name as it is shown.</summary>
    public static string NameOf(ApiNamespace space) => space.Name.Length == 0 ? "Global namespace" : space.Name;

    private static string Text(string text) => MarkdownText.EscapeHtml(text);
}
