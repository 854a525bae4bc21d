using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Keeping;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;
using Docsite.Verification;

namespace Docsite;

/// <summary>Plans, runs and verifies pages.</summary>
/// <param name="settings">The site.</param>
/// <param name="runner">Runs the sessions.</param>
public sealed class SiteVerification(SiteSettings settings, ISessionRunner runner)
{
    /// <summary>What else is looked at once a page is verified.</summary>
    public Func<VerifiedPage, VerifiedPage> Review { get; init; } = page => page;

    /// <summary>What an earlier run left.</summary>
    public KeptSite Kept { get; init; } = new();

    /// <summary>Where pages are lost over which the tool fails; nothing where that ends the run.</summary>
    internal Containment? Containment { get; init; }

    /// <summary>Verifies pages, all at once as far as the runner can.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="shuffle">Starts them in another order, one for each number.</param>
    /// <param name="progress">Told how many of the pages are verified; nothing to tell nobody.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One a page, in the pages' order.</returns>
    public async Task<ImmutableArray<CheckedPage>> VerifyAsync(
        ImmutableArray<ParsedPage> pages, int? shuffle, IProgress<SiteProgress>? progress, CancellationToken cancellation)
    {
        var done = 0;
        var checks = new Task<CheckedPage>[pages.Length];
        foreach (var index in Order(pages.Length, shuffle)) checks[index] = CheckAsync(pages[index]);
        return [.. await Task.WhenAll(checks)];

        async Task<CheckedPage> CheckAsync(ParsedPage page)
        {
            var check = Containment is null ? await VerifyAsync(page, cancellation)
                : await Containment.OfAsync(page.Page, () => VerifyAsync(page, cancellation)) ?? Lost(page);
            progress?.Report(new SiteProgress(Interlocked.Increment(ref done), pages.Length));
            return check;
        }
    }

    /// <summary>What is found on pages, and about the settings that they depend on. A page over which the tool fails is one finding.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async Task<ImmutableArray<Diagnostic>> FindAsync(ImmutableArray<ParsedPage> pages, CancellationToken cancellation)
    {
        var containment = new Containment();
        var site = new SettingsVerification(settings, runner);
        var own = containment.OfStepAsync(nameof(SettingsVerification), [], () => site.RunAsync(cancellation));
        var verified = await new SiteVerification(settings, runner) { Review = Review, Kept = Kept, Containment = containment }.VerifyAsync(pages, null, null, cancellation);
        return [.. site.FindingsOf(await own, verified.SelectMany(page => page.Verified.Runs)), .. verified.SelectMany(page => page.AllDiagnostics), .. containment.Defects];
    }

    /// <summary>Verifies one page.</summary>
    public async Task<CheckedPage> VerifyAsync(ParsedPage page, CancellationToken cancellation)
    {
        if (Kept.Checked(page) is { } same) return same;
        var plan = SessionPlanner.Plan(page, settings);
        var runs = await Task.WhenAll(plan.Sessions.Select(async session => new SessionRun(session, await runner.RunAsync(session, cancellation))));
        var check = new CheckedPage(plan, Review(PageVerifier.Verify(page, [.. runs], settings)));
        Kept.Keep(check);
        return check;
    }

    private static CheckedPage Lost(ParsedPage page) => new(new PagePlan([], []), new VerifiedPage(page, [], []));

    private static int[] Order(int count, int? shuffle)
    {
        int[] order = [.. Enumerable.Range(0, count)];
#pragma warning disable CA5394 // Not for secrets: the same number gives the same order.
        if (shuffle is { } seed) new Random(seed).Shuffle(order);
#pragma warning restore CA5394
        return order;
    }
}
