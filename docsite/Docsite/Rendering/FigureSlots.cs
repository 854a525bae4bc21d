using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Docsite.Display;
using Docsite.Execution;
using Docsite.Parsing;
using Docsite.Planning;
using Docsite.Settings;

namespace Docsite.Rendering;

/// <summary>The pictures that a block showed, each with the fences that state it.</summary>
internal sealed class FigureSlots(SiteSettings settings, VariantRuns runs, StepCodes codes)
{
    /// <summary>One place for a picture; the variants that drew different ones share it.</summary>
    /// <param name="Fence">The first fence that states it; nothing when the page does not state it yet.</param>
    /// <param name="Figures">The different pictures, without their number on the page.</param>
    public sealed record Slot(ExpectationFence? Fence, ImmutableArray<FigureModel> Figures);

    /// <summary>The places of a block's pictures in the order they were shown.</summary>
    public ImmutableArray<Slot> Of(SessionStep.Block block)
    {
        var all = runs.Of(block);
        var count = all.Select(run => run.Run.Pictures.Length).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(0, count).Select(index => SlotAt(block, index, [.. all.Where(run => index < run.Run.Pictures.Length)]))];
    }

    private Slot SlotAt(SessionStep.Block block, int index, ImmutableArray<(Variant? Variant, StepRun Run)> all)
    {
        var fences = all.Select(run => ApplicableFences.For(block.Figures, run.Variant).ElementAtOrDefault(index)).OfType<ExpectationFence>();
        var groups = all.GroupBy(run => Content(run.Run.Pictures[index])).ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return new Slot(fences.MinBy(fence => fence.Location.Span.Start),
        [
            .. groups.Select(group =>
            {
                var drawn = IdOf(block, group.First().Variant, index);
                var id = ids.Add(drawn) ? drawn : $"{drawn}-{group.First().Variant?.Name.ToLowerInvariant()}";
                var label = groups.Count == 1 && all.Length == runs.Of(block).Count ? "" : VariantLabels.Of(group.Select(run => run.Variant), settings);
                var picture = group.First().Run.Pictures[index];
                return new FigureModel(id, 0, Set(Rename(picture, drawn, id)), label) { Code = codes.Of(block, picture) };
            }),
        ]);
    }

    /// <summary>The id that the picture was drawn with.</summary>
    private static string IdOf(SessionStep.Block block, Variant? variant, int index)
    {
        var ids = FigureIds.Of(block, variant);
        return index < ids.Length - 1 ? ids[index] : FigureIds.Numbered(ids[^1], index + 1);
    }

    private static string Content(Picture picture) =>
        string.Join('\0', picture.Steps.SelectMany(step => new[] { step.Title, step.Caption, step.Svg, step.Cards, step.Violation ?? "" }).Prepend(picture.Title));

    // What a figure says in sentences; calls and drawings are code.
    private static Picture Set(Picture picture) => picture with
    {
        Title = Typography.Of(picture.Title),
        Steps = [.. picture.Steps.Select(step => step with { Caption = Typography.Of(step.Caption) })],
    };

    // Two variants draw with the same id; on one page the second needs another.
    private static Picture Rename(Picture picture, string from, string to)
    {
        if (from == to) return picture;
        var id = new Regex($"""(?<=["#\s]){Regex.Escape(from)}(?=[-"\s)])""", RegexOptions.CultureInvariant);
        return picture with
        {
            Steps = [.. picture.Steps.Select(step => step with { Svg = id.Replace(step.Svg, to), Cards = id.Replace(step.Cards, to) })],
        };
    }
}
