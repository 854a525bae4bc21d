using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Docsite.Caching;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Rendering;
using Docsite.Settings;

namespace Docsite.Verification;

/// <summary>For a picture that differs from what its page states: a page with the published picture beside the present one.</summary>
/// <param name="settings">The site.</param>
/// <param name="theme">Draws figures as readers see them.</param>
public sealed class FigureReview(SiteSettings settings, ITheme theme)
{
    private readonly HtmlParser _html = new();

    /// <summary>The findings; those about differing pictures name the page that shows the difference.</summary>
    public VerifiedPage Of(VerifiedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var written = new Dictionary<string, string?>(StringComparer.Ordinal);
        return page with { Diagnostics = [.. page.Diagnostics.Select(finding => finding.Id == DiagnosticIds.FigureDiffers && finding.Subject is { } subject ? WithReview(page, finding, subject, written) : finding)] };
    }

    private Diagnostic WithReview(VerifiedPage page, Diagnostic finding, string subject, Dictionary<string, string?> written)
    {
        if (!written.TryGetValue(subject, out var path)) written[subject] = path = Write(page, subject);
        return path is null ? finding : finding with { Notes = finding.Notes.Add($"compare both pictures in {path}") };
    }

    private string? Write(VerifiedPage page, string subject)
    {
        if (page.Page.Steps.OfType<SessionStep.Block>().FirstOrDefault(block => block.Id == subject) is not { } block) return null;
        var figures = page.Runs.SelectMany(session => session.Steps.Where(run => run.Step.Id == subject).SelectMany(run => Figures(block, session, run)))
            .DistinctBy(figure => (figure.Id, figure.Picture.Text)).ToList();
        if (figures.Count == 0) return null;
        if (figures is [var only]) figures = [only with { Variants = "" }];
        var published = Published(page.Page.Page.Path);
        var rows = figures.Select(figure => ReviewMarkup.Of(published?.GetElementById(figure.Id), theme.Figure(figure), figure.Variants)).ToList();
        // What the changes are measured from is the page's text; where the picture stayed, readers must be told which of the two is wrong.
        var stayed = rows.TrueForAll(row => row.IsSame) ? "<p>The picture is the one that is published. The text form on the page says something else:</p>" : "";
        var changes = page.Diagnostics.Where(finding => finding.Id == DiagnosticIds.FigureDiffers && finding.Subject == subject).SelectMany(finding => finding.Notes)
            .Where(note => note.StartsWith("step ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Select(note => $"<li>{WebUtility.HtmlEncode(note)}</li>");
        var css = string.Concat(theme.Assets.Where(asset => asset.Path.EndsWith(".css", StringComparison.Ordinal)).Select(asset => Encoding.UTF8.GetString([.. asset.Content])));
        var path = Path.Combine(CacheFolder.Of(settings), "figures", subject.Replace('/', '-').Replace('#', '.') + ".html");
        var html = Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{subject}</title><style>{css}{ReviewMarkup.Style}</style></head><body style=\"display:block\"><main><h1>{subject}</h1>{stayed}<ul>{string.Concat(changes)}</ul>{string.Concat(rows.Select(row => row.Html))}</main></body></html>\n");
        try
        {
            CacheFolder.Write(path, html);
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // What differs is said by the finding itself.
            return null;
        }
        return Path.GetRelativePath(settings.Root, path).Replace('\\', '/');
    }

    private static IEnumerable<FigureModel> Figures(SessionStep.Block block, SessionRun session, StepRun run)
    {
        var ids = FigureIds.Of(block, session.Plan.Variant);
        return run.Pictures.Select((picture, i) => new FigureModel(
            i < ids.Length - 1 ? ids[i] : FigureIds.Numbered(ids[^1], i + 1), i + 1, picture, session.Plan.Variant?.Name ?? ""));
    }

    private AngleSharp.Html.Dom.IHtmlDocument? Published(string page)
    {
        var below = settings.InputPaths.FirstOrDefault(folder => page.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal));
        if (below is null) return null;
        var file = Path.Combine(settings.Root, settings.OutputPath, Route.OfPage(page[(below.TrimEnd('/').Length + 1)..]));
        return File.Exists(file) ? _html.ParseDocument(File.ReadAllText(file)) : null;
    }
}
