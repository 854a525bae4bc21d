using AngleSharp.Dom;
using Docsite.Diagnostics;

namespace Docsite.Auditing;

/// <summary>Every image says in words what it shows.</summary>
internal sealed class AltTextAudit : IPageAudit
{
    public IEnumerable<Diagnostic> Check(AuditedPage page) => page.Elements.Where(IsSilentImage)
        .Select(image => Finding(page, image, "the image has no alternative text", "say in the square brackets what it shows"))
        .Concat(page.Elements.Where(IsSilentDrawing)
            .Select(drawing => Finding(page, drawing, "the drawing has no title", "give its svg element a title element, or aria-hidden=\"true\" when it only decorates")));

    private static bool IsSilentImage(IElement image) => image.LocalName == "img" && image.GetAttribute("role") != "presentation"
        && image.GetAttribute("aria-hidden") != "true" && string.IsNullOrWhiteSpace(image.GetAttribute("alt"));

    private static bool IsSilentDrawing(IElement drawing) => drawing.LocalName == "svg" && drawing.ParentElement?.Closest("svg") is null
        && drawing.GetAttribute("aria-hidden") != "true" && !drawing.HasAttribute("aria-label")
        && string.IsNullOrWhiteSpace(drawing.QuerySelector("title")?.TextContent);

    private static Diagnostic Finding(AuditedPage page, IElement element, string message, string cure) =>
        new(DiagnosticIds.MissingAltText, Severity.Error, page.Locate(element), message) { Notes = [cure] };
}
