using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing.Makers;

/// <summary>What the names in the code of a page stand for, in a file beside it that is loaded when a reader points at one of them.</summary>
internal sealed class NameFiles : IFileMaker
{
    private static readonly PageFiles Names = new(page => OutputFile.Made.Of(PageNames.FileOf(page.Page.Route), page.Input.Names.Script()));

    public IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings) => site.Pages
        .Where(page => !page.Input.Names.IsEmpty).Select(Names.Of);
}
