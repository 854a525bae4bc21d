using Docsite.Rendering;
using Docsite.Search;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary>The search's index, loaded when a reader first searches.</summary>
internal sealed class SearchFile : IFileMaker
{
    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings) =>
        site.Pages.IsEmpty ? [] : [OutputFile.Made.Of(SearchIndex.Route, SearchIndex.Script(site, site.Pages[0].Input.Api))];
}
