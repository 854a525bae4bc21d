using System.Runtime.CompilerServices;
using Docsite.Rendering;

namespace Docsite.Writing;

/// <summary>A file that is made of one rendered page alone, once for as long as the page is kept.</summary>
/// <param name="make">Makes it.</param>
internal sealed class PageFiles(Func<RenderedPage, OutputFile.Made> make)
{
    private readonly ConditionalWeakTable<RenderedPage, OutputFile.Made> _files = [];

    /// <summary>The page's file.</summary>
    public OutputFile.Made Of(RenderedPage page) => _files.GetValue(page, one => make(one));
}
