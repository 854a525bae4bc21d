using Docsite.Discovery;
using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Auditing;

/// <summary>The ids of the pictures that a page states; they are on it once its blocks ran.</summary>
internal static class AnnouncedPictures
{
    public static IEnumerable<string> Of(SitePage page) => page.Parsed.Steps.OfType<SessionStep.Block>().Where(block => !block.Figures.IsEmpty)
        .SelectMany(block => block.Figures.Select(fence => fence.Id).OfType<string>().Append(FigureIds.Own(block)));
}
