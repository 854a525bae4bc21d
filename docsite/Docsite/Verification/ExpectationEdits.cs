using System.Collections.Immutable;
using Docsite.Pages;
using Docsite.Parsing;
using Docsite.Settings;

namespace Docsite.Verification;

/// <summary>Writes fences as the runs of a block would have them.</summary>
internal sealed class ExpectationEdits(
    ExpectationKind kind, SessionStep.Block block, ImmutableArray<ExpectationFence> fences, StepRuns runs, SiteSettings settings)
{
    /// <summary>
    /// Makes a fence right. Where the variants that use it disagree, it stays for those that it is right for, else for the
    /// first of them, and each other group gets fences of its own.
    /// </summary>
    public ImmutableArray<PageEdit> Update(ExpectationFence fence, List<FenceUse> uses)
    {
        var stated = kind.Lines(fence);
        var groups = uses
            .Where(use => use.Lines is not null)
            .GroupBy(use => stated.Matches(use.Lines!.Value) ? null : use.Text)
            .OrderByDescending(group => group.Key is null)
            .ToList();
        if (groups is [var only]) return [.. FenceText.Replaced(fence, stated, only.First().Lines!.Value)];
        // A named fence among several of its kind cannot be split without moving the others with it.
        if (!fence.Variants.IsEmpty && fences.Count(other => other.Variants.Intersect(fence.Variants).Any()) > 1) return [];
        var kept = groups[0];
        var edits = ImmutableArray.CreateBuilder<PageEdit>();
        if (kept.Key is not null) edits.AddRange(FenceText.Replaced(fence, stated, kept.First().Lines!.Value));
        if (fence.VariantsLocation is { } names) edits.Add(new PageEdit(names, string.Join(',', Names(kept.Select(use => use.Texts)))));
        foreach (var group in groups.Skip(1).SelectMany(group => group).GroupBy(use => string.Join('\0', use.Texts.Texts)))
        {
            edits.Add(Insert([.. group.Select(use => use.Texts)], isForAll: false, withAll: true));
        }
        return edits.ToImmutable();
    }

    /// <summary>Adds fences for texts that none states.</summary>
    /// <param name="group">Runs that produced the same texts.</param>
    /// <param name="isForAll">Whether they are all runs, so that the fences need not name variants.</param>
    /// <param name="withAll">Whether all texts get a fence, not only those behind the stated ones.</param>
    public PageEdit Insert(ImmutableArray<ProducedTexts> group, bool isForAll, bool withAll = false)
    {
        var texts = group[0];
        var applicable = ApplicableFences.For(fences, texts.Run.Variant);
        var isNamed = !isForAll || applicable.Any(fence => !fence.Variants.IsEmpty);
        // A variant's first own fence makes it leave the shared ones, so it takes a copy of each with it.
        var isLeaving = isNamed && applicable.All(fence => fence.Variants.IsEmpty);
        var from = withAll || isLeaving ? 0 : applicable.Length;
        var names = isNamed ? Names(group) : [];
        var options = names is [] ? "" : $" {settings.VariantName}={string.Join(',', names)}";
        var page = block.Location.Page;
        var lineEnd = page.LineEndAt(block.Location.Span.Start);
        var before = block.IsProgram && fences.IsEmpty ? lineEnd + lineEnd : lineEnd;
        var text = string.Concat(texts.Texts.Skip(from).Select(one => before + (block.IsProgram
            ? FenceText.Comment(kind.Word + options, PrintedLines.Of(one), lineEnd)
            : FenceText.Whole(kind.Word + options, PrintedLines.Of(one), block.LinePrefix, lineEnd))));
        return new PageEdit(new PageLocation(page, new(block.EndOffset, 0)), text);
    }

    private List<string> Names(IEnumerable<ProducedTexts> group)
    {
        var names = group.Select(texts => texts.Run.Variant?.Name).ToHashSet();
        return [.. runs.Variants.Where(names.Contains)];
    }
}
