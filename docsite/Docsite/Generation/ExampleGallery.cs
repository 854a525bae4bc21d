using System.Globalization;
using System.Text;
using Docsite.Discovery;
using Docsite.Display;
using Docsite.Parsing;
using Docsite.Rendering;

namespace Docsite.Generation;

/// <summary>All example files, in groups, each with its last picture in small, or with what it found.</summary>
internal sealed class ExampleGallery : IPageGenerator
{
    public GeneratedPages Generate(VerifiedSite site)
    {
        var groups = ExampleOrder.Of(site.Pages).ToList();
        if (groups is []) return GeneratedPages.None;
        var folder = Route.FolderOf(groups[0].First().Route);
        return new GeneratedPages(
        [
            new GeneratedPage
            {
                Name = "examples",
                Route = $"{folder}/{Route.Index}",
                Title = Route.Words(folder),
                Description = "Programs of one question each, with what they print and draw.",
                Order = 80,
                Xref = "examples",
                Content = new GeneratedContent.OfMarkdown(Markdown(groups, site)),
            },
        ]);
    }

    private static string Markdown(List<IGrouping<string, SitePage>> groups, VerifiedSite site)
    {
        var text = new StringBuilder();
        var count = groups.Sum(group => group.Count());
        text.Append(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "program" : "programs")}, each run when this site was built. Each is a file that `dotnet run` takes as it is.\n");
        foreach (var group in groups)
        {
            if (group.Key.Length > 0) text.Append("\n## ").Append(MarkdownText.Escape(group.Key)).Append('\n');
            text.Append("\n<ul class=\"gallery\">\n");
            foreach (var page in group) text.Append(Card(page, site.RunsOf(page)));
            text.Append("</ul>\n");
        }
        return text.ToString();
    }

    private static string Card(SitePage page, VariantRuns runs)
    {
        var drawing = LastPicture(page, runs) is { } picture ? Thumbnail.Of(picture, Path.GetFileNameWithoutExtension(page.Route) + "-") : "";
        var html = new StringBuilder("<li>");
        // The title says in words what is shown in small.
        if (drawing.Length > 0) html.Append("<div class=\"thumb\">").Append(drawing).Append("</div>");
        else html.Append("<div class=\"thumb said\" aria-hidden=\"true\">").Append(TextThumbnail.Of(page, runs)).Append("</div>");
        html.Append("<span class=\"card-title\"><a href=\"~/").Append(MarkdownText.EscapeHtml(Route.Escaped(page.Route))).Append("\">").Append(MarkdownText.EscapeHtml(page.Title)).Append("</a></span>");
        if (page.Description.Length > 0) html.Append("<p>").Append(MarkdownText.EscapeHtml(page.Description)).Append("</p>");
        return html.Append("</li>\n").ToString();
    }

    private static PictureStep? LastPicture(SitePage page, VariantRuns runs) => page.Parsed.Steps.OfType<SessionStep.Block>()
        .SelectMany(block => runs.Of(block)).Select(run => run.Run).LastOrDefault(run => !run.Pictures.IsEmpty) is { } last ? last.Pictures[^1].Steps[^1] : null;
}
