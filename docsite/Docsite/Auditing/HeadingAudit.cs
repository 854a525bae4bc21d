using AngleSharp.Dom;
using Docsite.Diagnostics;

namespace Docsite.Auditing;

/// <summary>Headings descend one level at a time below one title, as those who listen to a page rely on.</summary>
internal sealed class HeadingAudit : IPageAudit
{
    public IEnumerable<Diagnostic> Check(AuditedPage page)
    {
        var previous = 0;
        var titles = 0;
        foreach (var heading in page.Elements.Where(IsHeading))
        {
            var level = heading.LocalName[1] - '0';
            if (level == 1 && ++titles == 2) yield return Finding(page, heading, "the page has a second title", "use ## for its parts");
            if (level > previous + 1) yield return Finding(page, heading, previous == 0 ? $"the first heading is of level {level}" : $"a heading of level {level} follows one of level {previous}", $"use {new string('#', previous + 1)}");
            previous = level;
        }
    }

    private static bool IsHeading(IElement element) => element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static Diagnostic Finding(AuditedPage page, IElement heading, string message, string cure) =>
        new(DiagnosticIds.HeadingOrder, Severity.Warning, page.Locate(heading), message) { Notes = [cure] };
}
