using Docsite.Execution;
using Docsite.Parsing;

namespace Docsite.Rendering;

/// <summary>Counts what held on a page.</summary>
internal static class VerifiedSummaries
{
    public static VerifiedSummary Of(RenderInput input)
    {
        var blocks = input.Page.Parsed.Steps.OfType<SessionStep.Block>().ToList();
        var values = input.Page.Parsed.Steps.OfType<SessionStep.ProseValue>().Count(value => input.Runs.Of(value).Count > 0);
        var runs = blocks.SelectMany(block => input.Runs.Of(block)).ToList();
        // A block that names no variant may have none to do with it, whatever the settings' default is.
        var named = blocks.SelectMany(block => block.Options.Variants).ToHashSet(StringComparer.Ordinal);
        return new VerifiedSummary(
            Blocks: blocks.Count(block => input.Runs.Of(block).Count > 0),
            Values: values + runs.SelectMany(run => run.Run.Values).Where(value => value.Outcome is ValueOutcome.Matches).Select(value => value.Comment.Span).Distinct().Count(),
            Outputs: blocks.Sum(block => block.Outputs.Length),
            Figures: blocks.Sum(block => block.Figures.Length),
            Claims: input.Page.Parsed.Claims.Length)
        {
            Variants = [.. input.Settings.Variants.Where(variant => runs.Any(run => run.Variant == variant) && named.Contains(variant.Name)).Select(variant => $"{VariantWords.Singular(input.Settings)} {variant.Name}")],
            Ignored = [.. blocks.Select(block => block.Options.Kind).OfType<BlockKind.Ignored>().Select(kind => kind.Reason)],
        };
    }
}
