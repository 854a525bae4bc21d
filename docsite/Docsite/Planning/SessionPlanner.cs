using System.Collections.Immutable;
using Docsite.Parsing;
using Docsite.Settings;

namespace Docsite.Planning;

/// <summary>Decides what runs in which session, in which order and in which variants. It reads nothing but its arguments.</summary>
public static class SessionPlanner
{
    /// <summary>Plans a page.</summary>
    /// <remarks>
    /// A session's blocks run in page order, the page's <c>setup</c> blocks before them. A session runs once for each variant
    /// that one of its blocks names, else once in the default variant; a block that names variants runs in those only.
    /// Values in prose belong to the page's own session, at their place. Ignored blocks are in no plan.
    /// </remarks>
    public static PagePlan Plan(ParsedPage page, SiteSettings settings)
    {
        var blocks = page.Steps.OfType<SessionStep.Block>().Where(block => block.Options.Kind is not BlockKind.Ignored).ToList();
        var setup = blocks.Where(block => block.Options.Setup).ToList();
        var sessions = Sessions(page, setup)
            .SelectMany(session => Runs(page, session, setup, settings))
            .ToImmutableArray();
        return new PagePlan(sessions, UnmetFences.Find(blocks, sessions, settings));
    }

    private static List<(string Name, List<SessionStep> Steps)> Sessions(ParsedPage page, List<SessionStep.Block> setup)
    {
        var sessions = page.Steps
            .Where(step => step is not SessionStep.Block { Options: { Setup: true } or { Kind: BlockKind.Ignored } })
            .GroupBy(SessionName, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Steps: group.ToList()))
            .ToList();
        // Setup alone runs too, or nothing would show that it still compiles.
        return sessions is [] && setup is not [] ? [("", [])] : sessions;
    }

    private static string SessionName(SessionStep step) => step switch
    {
        SessionStep.Block { Options.Fresh: true } => $"fresh {step.Id}",
        SessionStep.Block { Options.Session: { } name } => name,
        _ => "",
    };

    private static IEnumerable<SessionPlan> Runs(
        ParsedPage page, (string Name, List<SessionStep> Steps) session, List<SessionStep.Block> setup, SiteSettings settings)
    {
        var named = session.Steps.OfType<SessionStep.Block>().SelectMany(block => block.Options.Variants).ToHashSet(StringComparer.Ordinal);
        // A program says itself what it runs in.
        var isProgram = session.Steps.OfType<SessionStep.Block>().Any(block => block.IsProgram);
        Variant?[] variants = named.Count == 0
            ? [isProgram ? null : settings.DefaultVariant]
            : [.. settings.Variants.Where(variant => named.Contains(variant.Name))];
        return variants.Select(variant =>
            new SessionPlan(page.Page, session.Name, variant, [.. setup, .. session.Steps.Where(step => RunsIn(step, variant))]));
    }

    private static bool RunsIn(SessionStep step, Variant? variant) =>
        step is not SessionStep.Block { Options.Variants: { IsEmpty: false } variants } || (variant is not null && variants.Contains(variant.Name));
}
