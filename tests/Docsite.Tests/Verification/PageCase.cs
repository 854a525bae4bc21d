using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Execution;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Parsing.Examples;
using Docsite.Planning;
using Docsite.Settings;
using Docsite.Verification;

namespace Docsite.Tests.Verification;

/// <summary>What came of a page: its findings, and what accepting them makes of it.</summary>
/// <param name="Findings">Of reading, planning and verifying.</param>
/// <param name="Accepted">The page's bytes with every edit; nothing where there is none.</param>
internal sealed record PageCase(ImmutableArray<Diagnostic> Findings, byte[]? Accepted)
{
    public string Report => TextReport.Of(Findings);

    /// <summary>Takes a page through all steps.</summary>
    public static async Task<PageCase> RunAsync(byte[] bytes, ISessionRunner runner, SiteSettings settings, Func<string, PageText?>? readSource)
    {
        var (text, problem) = PageDecoder.Decode("content/page.md", bytes);
        return problem is null ? await RunAsync(PageParser.Parse(text, settings, readSource), runner, settings) : new PageCase([problem], null);
    }

    /// <summary>Takes an example file through all steps.</summary>
    public static async Task<PageCase> RunExampleAsync(byte[] bytes, ISessionRunner runner, SiteSettings settings)
    {
        var (text, problem) = PageDecoder.Decode("examples/tower.cs", bytes);
        return problem is null ? await RunAsync(ExampleParser.Parse(text, settings), runner, settings) : new PageCase([problem], null);
    }

    private static async Task<PageCase> RunAsync(ParsedPage page, ISessionRunner runner, SiteSettings settings)
    {
        var plan = SessionPlanner.Plan(page, settings);
        var runs = await Task.WhenAll(plan.Sessions.Select(async session => new SessionRun(session, await runner.RunAsync(session, CancellationToken.None))));
        var verified = PageVerifier.Verify(page, [.. runs], settings);
        ImmutableArray<Diagnostic> findings = [.. page.Diagnostics, .. plan.Diagnostics, .. verified.Diagnostics];
        return new PageCase(findings, AcceptSelection.Apply(findings) is [var changed] ? [.. changed.Content] : null);
    }
}
