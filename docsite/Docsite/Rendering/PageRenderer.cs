using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Docsite.Discovery;
using Docsite.Parsing;
using Docsite.Rendering.Markup;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Docsite.Rendering;

/// <summary>Turns a page's Markdown and what ran on it into the model that the theme writes.</summary>
public sealed class PageRenderer(ITheme theme)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Renders one page.</summary>
    public PageModel Render(RenderInput input)
    {
        var page = input.Page;
        var headings = new List<HeadingModel>();
        var (content, sources) = RenderMarkdown(input, headings);
        var navigation = new Navigation(input.Map, page.Route, input.Settings.SiteTitle);
        return new PageModel
        {
            Title = page.Title,
            Description = page.Description.Length > 0 || page.Route != Route.Index ? page.Description : input.Settings.Description,
            Content = content,
            Sources = sources,
            Route = page.Route,
            ToRoot = Route.ToRoot(page.Route),
            SiteTitle = input.Settings.SiteTitle,
            Address = input.Settings.AddressOf(page.Route),
            Breadcrumbs = navigation.Breadcrumbs(),
            Menu = navigation.Menu(),
            Headings = [.. headings, .. page.GivenHeadings],
            Previous = navigation.Previous(),
            Next = navigation.Next(),
            Verified = VerifiedSummaries.Of(input),
            NamesFile = input.Names.IsEmpty ? null : Path.GetFileName(PageNames.FileOf(page.Route)),
            Metadata = page.Metadata,
            Updated = input.Updated,
            EditHref = page.IsGenerated ? null : input.Settings.EditLink?.Replace("{path}", Route.Escaped(page.Source.Text.Path), StringComparison.Ordinal),
            TwinHref = Uri.EscapeDataString(Path.GetFileNameWithoutExtension(page.Route) + ".md"),
            FeedHref = input.HasFeed ? Route.ToRoot(page.Route) + "feed.xml" : null,
        };
    }

    private (string Content, SourceMap Sources) RenderMarkdown(RenderInput input, List<HeadingModel> headings)
    {
        var html = new StringBuilder();
        using var writer = new StringWriter(html, CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        MarkdownPipelines.Page.Setup(renderer);
        var sources = new SourceMapWriter(input.Page.Source.Text, renderer, html);
        Replace(renderer, input, headings, (html, sources));
        var document = input.Page.Parsed.Document;
        if (Headings.FirstTitle(document) is null) html.Append("<h1>").Append(Encoder.Encode(input.Page.Title)).Append("</h1>\n");
        renderer.Render(document);
        writer.Flush();
        return (html.ToString(), sources.ToSourceMap());
    }

    private void Replace(HtmlRenderer renderer, RenderInput input, List<HeadingModel> headings, (StringBuilder Html, SourceMapWriter Sources) output)
    {
        var links = new LinkResolver(input.Map, input.Page);
        var captions = new TableCaptions(input.Page.Parsed.Document);
        var (fences, tables) = (new FenceMarkup(input, theme), new TableMarkup(captions, input.Numbers));
        // A sentence may refer to what stands below it, so everything is counted before anything is written.
        foreach (var block in input.Page.Parsed.Document.Descendants())
        {
            if (block is CodeBlock code) fences.Number(code);
            else if (block is Table table) tables.Number(table);
        }
        var all = renderer.ObjectRenderers;
        all.ReplaceOrAdd<HeadingRenderer>(new HeadingMarkup(headings));
        var terms = new TermMarkup(input, links);
        all.ReplaceOrAdd<LinkInlineRenderer>(new LinkMarkup(links, terms, input));
        all.ReplaceOrAdd<LiteralInlineRenderer>(new TermMarkup.Literals(terms, input.Map.Glossary));
        all.ReplaceOrAdd<CodeInlineRenderer>(new TermMarkup.Codes(terms, input.Map.Glossary));
        all.ReplaceOrAdd<HtmlDefinitionListRenderer>(new DefinitionMarkup(input, links));
        all.ReplaceOrAdd<AutolinkInlineRenderer>(new AutolinkMarkup());
        all.ReplaceOrAdd<HtmlTableRenderer>(tables);
        all.ReplaceOrAdd<ParagraphRenderer>(new ParagraphMarkup(captions));
        all.ReplaceOrAdd<HtmlBlockRenderer>(new HtmlBlockMarkup(links, output.Sources));
        all.ReplaceOrAdd<HtmlInlineRenderer>(new InlineHtmlMarkup(links, output.Sources));
        all.ReplaceOrAdd<AlertBlockRenderer>(new AlertMarkup());
        all.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskMarkup());
        all.ReplaceOrAdd<CodeBlockRenderer>(fences);
        all.ReplaceOrAdd<HtmlCustomContainerRenderer>(new ContainerMarkup(input, theme, output.Html, output.Sources));
    }
}
