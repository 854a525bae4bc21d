using System.Collections.Immutable;
using Docsite.Display;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Pages;
using Docsite.Planning;
using Docsite.Rendering;
using Docsite.Settings;
using Microsoft.CodeAnalysis.Text;

namespace Docsite.Tests.Rendering;

/// <summary>Runs in which everything came out as the page states it, without running anything.</summary>
internal static class StatedRuns
{
    public static VariantRuns Of(ParsedPage page, SiteSettings settings) => new(
        settings.Variants.Select(variant => (Variant?)variant).Prepend(null).Select(variant => (
            new SessionPlan(page.Page, "", variant, page.Steps),
            page.Steps.Where(step => RunsIn(step, variant)).Select(step => Run(step, variant)).ToImmutableArray())),
        settings.Variants);

    private static bool RunsIn(SessionStep step, Variant? variant)
    {
        if (step is not SessionStep.Block block) return variant is null;
        if (block.Options.Kind is BlockKind.Ignored) return false;
        return variant is null ? block.Options.Variants.IsEmpty : block.Options.Variants.Contains(variant.Name);
    }

    private static StepRun Run(SessionStep step, Variant? variant)
    {
        if (step is not SessionStep.Block block) return new StepRun(step, new StepEnd.Completed());
        var stated = (ImmutableArray<ExpectationFence> fences) => fences.Where(f => f.Variants.IsEmpty || f.Variants.Contains(variant?.Name ?? ""));
        return new StepRun(step, End(block))
        {
            Values = Values(block),
            Output = string.Concat(stated(block.Outputs).Select(fence => fence.Text.Code + "\n")),
            Pictures = [.. stated(block.Figures).Select((fence, i) => Picture(block, fence, i))],
            Compiler = [.. block.Options.Kind is BlockKind.Fails fails ? fails.Codes.Select(code => new CompilerMessage(code, true, "as the compiler says it", block.Location)) : []],
        };
    }

    private static StepEnd End(SessionStep.Block block) => block.Options.Kind switch
    {
        BlockKind.CompileOnly => new StepEnd.CompiledOnly(),
        BlockKind.Fails => new StepEnd.DidNotCompile(),
        BlockKind.Throws throws => new StepEnd.Threw(throws.TypeName, "as it was thrown", block.Location, ""),
        _ => new StepEnd.Completed(),
    };

    private static ImmutableArray<StatedValue> Values(SessionStep.Block block)
    {
        var values = ImmutableArray.CreateBuilder<StatedValue>();
        var code = block.Code.Code;
        for (var at = code.IndexOf("// =>", StringComparison.Ordinal); at >= 0; at = code.IndexOf("// =>", at + 1, StringComparison.Ordinal))
        {
            var end = code.IndexOf('\n', at);
            var comment = block.Code.Locate(TextSpan.FromBounds(at, end < 0 ? code.Length : end));
            values.Add(new StatedValue(comment, new PageLocation(comment.Page, new TextSpan(comment.Span.Start + 5, 0)), new ValueOutcome.Matches()));
        }
        return values.ToImmutable();
    }

    public static Picture Picture(SessionStep.Block block, ExpectationFence fence, int index)
    {
        var id = fence.Id ?? $"{block.Id[(block.Id.IndexOf('#', StringComparison.Ordinal) + 1)..]}-figure{(index == 0 ? "" : $"-{index + 1}")}";
        var lines = fence.Text.Code.Split('\n');
        return new Picture(lines[0], [.. lines.Skip(1).Select((line, i) => new PictureStep(line, "", line, $"<svg aria-labelledby=\"{id}-{i}\"><title id=\"{id}-{i}\">{line}</title></svg>", ""))]);
    }
}
