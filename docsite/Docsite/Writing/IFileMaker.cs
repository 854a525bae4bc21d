using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Writing;

/// <summary>Makes files that stand beside the pages: what search engines, feed readers and other programs ask for.</summary>
public interface IFileMaker
{
    /// <summary>Makes the files; the same site gives the same bytes. A file that the site has already is not written.</summary>
    IEnumerable<OutputFile.Made> Make(RenderedSite site, SiteSettings settings);
}
