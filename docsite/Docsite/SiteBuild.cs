using System.Collections.Immutable;
using Docsite.Auditing;
using Docsite.Diagnostics;
using Docsite.Discovery;
using Docsite.Execution;
using Docsite.Generation;
using Docsite.Keeping;
using Docsite.Pages;
using Docsite.Reference;
using Docsite.Reference.Pages;
using Docsite.Rendering;
using Docsite.Settings;
using Docsite.Verification;
using Docsite.Writing;

namespace Docsite;

/// <summary>A run over a site: Discover, Parse, Plan, Execute, Verify, Render, Audit, Write.</summary>
/// <remarks>Every step hands on what it has and adds its findings; a failed page flows on, so that one run reports everything.</remarks>
/// <param name="settings">The site.</param>
/// <param name="runner">Runs the sessions.</param>
/// <param name="theme">Writes the pages.</param>
public sealed class SiteBuild(SiteSettings settings, ISessionRunner runner, ITheme theme)
{
    /// <summary>What makes the pages that no file stands behind.</summary>
    public ImmutableArray<IPageGenerator> Generators { get; init; } = SiteGeneration.Standard;

    /// <summary>Runs sessions again in the surroundings that are asked for, whatever is kept of them; nothing where the runner itself does.</summary>
    public Func<BlockSurroundings, ISessionRunner>? Repeat { get; init; }

    /// <summary>The public surface of the settings' projects; nothing where no project is documented.</summary>
    public ApiSource? Api { get; init; }

    /// <summary>What an earlier build of the same site left, and what this one leaves; nothing where none follows.</summary>
    public KeptSite? Kept { get; init; }

    /// <summary>What makes the files beside the pages.</summary>
    internal ImmutableArray<IFileMaker> Makers { get; init; } = SiteFiles.Makers;

    /// <summary>Reads a page.</summary>
    internal PageReader Parse { get; init; } = SiteOutline.Parse;

    /// <summary>Does what is asked.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told how many of the pages are verified; nothing to tell nobody.</param>
    /// <param name="cancellation">Stops the run; nothing is written then.</param>
    public async Task<SiteResult> RunAsync(SiteRequest request, IProgress<SiteProgress>? progress, CancellationToken cancellation)
    {
        var kept = Kept ?? new KeptSite();
        var containment = new Containment();
        var outline = SiteOutline.Read(settings, kept, containment, Parse);
        var (source, parsed) = outline;
        var chosen = parsed.Where(page => PageFilter.Contains(request, page)).ToImmutableArray();
        // It takes as long as the first block does.
        var model = Task.Run(() => Api?.Model ?? ApiModel.Empty, CancellationToken.None);
        var site = new SettingsVerification(settings, runner);
        var siteRuns = kept.OwnAsync(() => site.RunAsync(cancellation));
        var all = await Verification(runner, kept, containment).VerifyAsync(chosen, request.Shuffle, progress, cancellation);
        var again = request.Twice ? await Again(containment).CompareAsync(all, BlockSurroundings.Others, cancellation) : [];
        var verified = all.Where(page => !containment.IsLost(page.Verified.Page.Page)).ToImmutableArray();
        var findings = source.Diagnostics.AddRange(site.FindingsOf(await containment.OfStepAsync(nameof(SettingsVerification), [], () => siteRuns), verified.SelectMany(page => page.Verified.Runs))).AddRange(verified.SelectMany(page => page.AllDiagnostics)).AddRange(again);
        var result = new SiteResult([], SiteSummaries.Of(verified.Select(page => page.Verified))) { Steps = SiteOutline.StepsOf(verified.Select(page => page.Verified.Page), settings), Sources = outline.Sources, Cached = kept.Blocks };
        VariantRuns? Contained(CheckedPage page) => containment.Of(page.Verified.Page.Page, () => kept.Runs(page, () => new VariantRuns(page.Verified.Runs.Select(run => (run.Plan, run.Steps)), settings.Variants)));
        var runs = verified.ToDictionary(page => page.Verified.Page, page => Contained(page) ?? VariantRuns.None);
        VariantRuns RunsOf(SitePage page) => runs.GetValueOrDefault(page.Parsed, VariantRuns.None);
        var pages = SitePages.Of(source, parsed, kept, containment);
        var generated = SiteGeneration.Of(Api is null ? Generators : Generators.Add(new ApiReference(Api)), new VerifiedSite(settings, pages, RunsOf) { Kept = kept }, containment);
        if (containment.OfStep(nameof(SiteMap), null, () => SiteMap.Build(source, pages, generated)) is not { } map)
        {
            return await AcceptAsync(result with { Diagnostics = findings.AddRange(generated.Diagnostics) }, request, verified, containment, cancellation);
        }
        var dates = containment.OfStep(nameof(FileDates), FileDates.None, () => FileDates.Read(settings));
        var renderer = new SiteRenderer(theme, dates.Days) { Api = await containment.OfStepAsync(nameof(ApiModel), ApiModel.Empty, () => model), Kept = kept, Containment = containment };
        var isPart = chosen.Length < parsed.Length;
        // A page that is lost leaves a part of the site.
        if ((isPart ? null : containment.OfStep(nameof(SiteRenderer), null, () => renderer.Render(map, settings, RunsOf) with { Makers = Makers })) is not { } rendered || containment.HasLost)
        {
            var paths = verified.Select(page => page.Verified.Page.Page.Path).ToHashSet(StringComparer.Ordinal);
            bool IsChosen(PageText page) => (!isPart || paths.Contains(page.Path)) && !containment.IsLost(page);
            var part = containment.OfStep(nameof(PartAudit), new PartAudit([], []), () => PartAudit.Of(renderer.RenderPart(map, settings, RunsOf, page => IsChosen(page.Source.Text)) with { Makers = Makers }));
            var own = generated.Diagnostics.Concat(map.Diagnostics).Concat(part.Findings).Where(finding => IsChosen(finding.Location.Page));
            kept.Turn();
            return await AcceptAsync(result with { Diagnostics = findings.AddRange(own), LeftToWhole = isPart ? part.LeftToWhole : [] }, request, verified, containment, cancellation);
        }

        var files = containment.OfStep(nameof(SiteFiles), [], () => kept.Files(SiteFiles.Of(rendered, settings)));
        findings = findings.AddRange(dates.Diagnostics).AddRange(generated.Diagnostics).AddRange(map.Diagnostics);
        // The disk and the processors are busy at once; what an audit finds still keeps the site from its place.
        var audit = Task.Run(() => containment.OfStep(nameof(SiteAudit), [], () => SiteAudit.Audit(rendered, files)), CancellationToken.None);
        var written = new WriteResult(false, []);
        if (request.Write && !HasErrors(findings))
        {
            cancellation.ThrowIfCancellationRequested();
            written = containment.OfStep(nameof(SiteWriter), written, () => SiteWriter.Write(files, settings, () => !HasErrors(audit.GetAwaiter().GetResult()) && !containment.HasLost, new FileOperations(), Kept?.Written));
        }
        // All that is in the way is told at once.
        else if (request.Write && SiteWriter.Obstacle(settings) is { } obstacle) findings = findings.Add(obstacle);
        findings = findings.AddRange(await audit).AddRange(written.Diagnostics);
        if (written.IsWritten) result = result with { WrittenTo = settings.OutputPath, WrittenDigest = written.Digest };
        kept.Turn();
        return await AcceptAsync(result with { Diagnostics = findings }, request, verified, containment, cancellation);
    }

    private static bool HasErrors(ImmutableArray<Diagnostic> findings) => findings.Any(finding => finding.Severity == Severity.Error);

    private Repetition Again(Containment containment) => new(settings, Repeat ?? (_ => runner), containment);

    private SiteVerification Verification(ISessionRunner runs, KeptSite kept, Containment containment) =>
        new(settings, runs) { Review = new FigureReview(settings, theme).Of, Kept = kept, Containment = containment };

    // What is accepted is run twice: a value that changes each time is no fact.
    private async Task<SiteResult> AcceptAsync(SiteResult result, SiteRequest request, IEnumerable<CheckedPage> pages, Containment containment, CancellationToken cancellation)
    {
        // Of a page over which the tool fails, nothing is accepted.
        SiteResult Sorted() => result with { Diagnostics = [.. TextReport.Sorted(result.Diagnostics.Select(finding => containment.IsLost(finding.Location.Page) ? finding with { Edits = [] } : finding).Concat(containment.Defects))] };
        if (!request.Accept) return Sorted();
        var accept = new PageAccept(request, settings);
        var differences = await Again(containment).CompareAsync(pages.Where(page => page.AllDiagnostics.Any(accept.Selects)), BlockSurroundings.Usual, cancellation);
        return containment.OfStep(nameof(PageAccept), null, () => accept.Accept(Sorted(), differences)) ?? Sorted();
    }
}
