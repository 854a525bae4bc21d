using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Docsite.Discovery;
using Docsite.Search;

namespace Docsite.Writing;

/// <summary>Leaves the extensions of pages out of the links that lead to them: <c>pins.html#why</c> is <c>pins#why</c>, <c>index.html</c> is <c>./</c>.</summary>
internal static partial class HiddenExtensions
{
    /// <summary>The files with such links; the search index says that its results have none too. What is no page, and what links lead to that is none, stays as it is.</summary>
    /// <param name="files">All files of a site.</param>
    /// <param name="root">The path of the site's root on its host, e.g. <c>/docs/</c>.</param>
    public static ImmutableArray<OutputFile> In(ImmutableArray<OutputFile> files, string root)
    {
        var pages = files.OfType<OutputFile.Made>().Where(IsPage).Select(file => file.Route).ToFrozenSet(StringComparer.Ordinal);
        return AtOnce.Of(files, file => file switch
        {
            OutputFile.Made page when IsPage(page) => In(page, pages, root),
            OutputFile.Made { Route: SearchIndex.Route } index => OutputFile.Made.Of(index.Route, SearchIndex.WithoutExtensions(Encoding.UTF8.GetString(index.Content.AsSpan()))),
            _ => file,
        });
    }

    // Quotes inside text are written as entities, so what looks like an attribute is one.
    [GeneratedRegex("""(?<=\shref="|content="0; url=)[^"?#:]+\.html(?=["?#])""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    private static bool IsPage(OutputFile.Made file) => file.Route.EndsWith(".html", StringComparison.Ordinal);

    private static OutputFile.Made In(OutputFile.Made page, FrozenSet<string> pages, string root)
    {
        var folder = Route.FolderOf(page.Route);
        return OutputFile.Made.Of(page.Route, Link().Replace(Encoding.UTF8.GetString(page.Content.AsSpan()), link => Target(link.Value) is { } target && pages.Contains(target) ? Shown(link.Value) : link.Value));

        string? Target(string link)
        {
            var path = Uri.UnescapeDataString(link);
            if (!path.StartsWith('/')) return Route.Combine(folder, path);
            return path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : null;
        }
    }

    // An empty address would be that of the page itself.
    private static string Shown(string link) => Route.WithoutExtension(link) is { Length: > 0 } shown ? shown : "./";
}
