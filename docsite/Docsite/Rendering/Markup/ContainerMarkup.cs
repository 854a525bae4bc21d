using System.Text;
using Docsite.Generation;
using Docsite.Parsing;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Docsite.Rendering.Markup;

/// <summary>Containers: claims with their verdict, <c>details Title</c> folded under its title, every other name as a <c>div</c> of that class.</summary>
internal sealed class ContainerMarkup(RenderInput input, ITheme theme, StringBuilder html, SourceMapWriter sources) : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.EnsureLine();
        if (input.Page.Parsed.Claims.FirstOrDefault(claim => claim.Syntax == container) is { } claim) WriteClaim(renderer, claim);
        else if (container.Info == SiteGeneration.ContainerName) WriteGenerated(renderer, container);
        else if (container.Info == "details") WriteDetails(renderer, container);
        else WritePlain(renderer, container);
        renderer.EnsureLine();
    }

    private void WriteClaim(HtmlRenderer renderer, Claim claim)
    {
        var start = html.Length;
        renderer.WriteChildren(claim.Syntax);
        var runs = claim.Blocks.Sum(block => input.Runs.Of(block).Count);
        sources.Wrap(start, content => theme.Claim(new ClaimModel(claim.Id, claim.Verdict, runs, content)));
    }

    // A name that nothing is generated for was found before.
    private void WriteGenerated(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.WriteChildren(container);
        if (input.Map.Parts.GetValueOrDefault(SiteGeneration.NameOf(container)) is { } part) sources.Without(() => renderer.WriteChildren(part.Document));
    }

    private static void WriteDetails(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.Write("<details><summary>").WriteEscape(string.IsNullOrWhiteSpace(container.Arguments) ? "Details" : Typography.Of(container.Arguments.Trim())).WriteLine("</summary>");
        renderer.WriteChildren(container);
        renderer.EnsureLine();
        renderer.Write("</details>");
    }

    private static void WritePlain(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.Write("<div").WriteAttributes(container).WriteLine(">");
        renderer.WriteChildren(container);
        renderer.EnsureLine();
        renderer.Write("</div>");
    }
}
