using System.Collections.Immutable;
using Docsite.Diagnostics;
using Docsite.Parsing;
using Docsite.Settings;

namespace Docsite.Planning;

/// <summary>Finds expectation fences that no run can meet, which would look checked and never be.</summary>
internal static class UnmetFences
{
    public static ImmutableArray<Diagnostic> Find(
        IEnumerable<SessionStep.Block> blocks, ImmutableArray<SessionPlan> sessions, SiteSettings settings)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var variantsOf = sessions.SelectMany(session => session.Steps.Select(step => (step.Id, session.Variant))).ToLookup(run => run.Id, run => run.Variant, StringComparer.Ordinal);
        foreach (var block in blocks.Where(block => !block.IsMisread))
        {
            var variants = variantsOf[block.Id].Distinct().ToList();
            foreach (var fences in (ImmutableArray<ExpectationFence>[])[block.Outputs, block.Figures, block.Diagnostics])
            {
                var used = variants.SelectMany(variant => ApplicableFences.For(fences, variant)).ToHashSet();
                foreach (var fence in fences) Check(fence, used, variants, settings, block.Id, findings);
            }
        }
        return findings.ToImmutable();
    }

    private static void Check(
        ExpectationFence fence, HashSet<ExpectationFence> used, List<Variant?> variants, SiteSettings settings, string subject,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var run = variants.OfType<Variant>().Select(variant => variant.Name).ToList();
        var never = fence.Variants.Where(name => !run.Contains(name)).ToList();
        if (never.Count > 0)
        {
            findings.Add(new Diagnostic(DiagnosticIds.UnknownVariant, Severity.Error, fence.VariantsLocation ?? fence.Location,
                $"the block does not run in {settings.VariantName} {string.Join(", ", never)}")
            {
                Subject = subject,
                Notes = [run is [] ? $"it runs in no {settings.VariantName}" : $"it runs in {string.Join(", ", run)}", $"{settings.VariantName}= on a block of its session adds one"],
            });
        }
        else if (!used.Contains(fence))
        {
            findings.Add(new Diagnostic(DiagnosticIds.UnusedExpectation, Severity.Error, fence.Location, "no run is compared with this fence")
            {
                Subject = subject,
                Notes = [$"each {settings.VariantName} that the block runs in ({string.Join(", ", run)}) has a fence of its own"],
            });
        }
    }
}
