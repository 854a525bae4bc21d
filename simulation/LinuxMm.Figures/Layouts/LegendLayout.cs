using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>A sample with its meaning, and where it stands; a letter is its own sample.</summary>
internal sealed record LegendItem(LegendSample? Sample, string Text, int X, int Y)
{
    /// <summary>Width of the drawn sample.</summary>
    public const int SampleWidth = 34;

    private const int SampleGap = 7;

    /// <summary>Where the words begin, from <see cref="X"/>.</summary>
    public int TextOffset => Sample is null ? 0 : SampleWidth + SampleGap;

    /// <summary>How far the diamond of a change stands out to the left of its sample.</summary>
    public const int DiamondWidth = 7;
}

/// <summary>What a sample shows: one of these.</summary>
internal sealed record LegendSample(MemoryKind? Kind = null, Tie? Tie = null, Change Change = Change.None, bool IsViolation = false);

/// <summary>The legend: only what occurs in some step of this figure.</summary>
internal sealed class LegendLayout
{
    private const int ItemGap = 14;

    public LegendLayout(MemoryFigure figure, int top, int figureWidth)
    {
        var items = ImmutableArray.CreateBuilder<LegendItem>();
        var (x, y) = (Metrics.Margin, top);
        foreach (var (sample, text) in Occurring(figure))
        {
            var lead = sample?.Change == Change.Changed ? LegendItem.DiamondWidth : 0;
            var item = new LegendItem(sample, text, x + lead, y);
            var width = lead + item.TextOffset + TextMetrics.Width(text, Metrics.Small);
            if (x > Metrics.Margin && x + width > figureWidth - Metrics.Margin) (x, y) = (Metrics.Margin, y + Metrics.LegendLine);
            items.Add(item with { X = x + lead, Y = y });
            x += width + ItemGap;
        }

        Items = items.ToImmutable();
        Bottom = Items.IsEmpty ? top : y + Metrics.LegendLine;
    }

    public ImmutableArray<LegendItem> Items { get; }

    public int Bottom { get; }

    private static IEnumerable<(LegendSample? Sample, string Text)> Occurring(MemoryFigure figure)
    {
        var steps = figure.Steps;
        var kinds = steps.SelectMany(step => step.Frames.Select(frame => frame.Now.Kind).Concat(step.Areas.Select(area => area.Now.Kind))).ToHashSet();
        foreach (var kind in Enum.GetValues<MemoryKind>().Where(kinds.Contains)) yield return (new(Kind: kind), TieWords.Kind(kind));
        var ties = steps.SelectMany(step => step.Lines).Select(line => line.Tie).ToHashSet();
        if (ties.Contains(Tie.Mapping) && ties.Remove(Tie.Reference))
        {
            ties.Remove(Tie.Mapping);
            yield return (new(Tie: Tie.Mapping), "mapping or reference");
        }

        foreach (var tie in Enum.GetValues<Tie>().Where(ties.Contains)) yield return (new(Tie: tie), TieWords.Legend(tie));
        foreach (var letter in FactWords.Letters(steps.SelectMany(step => step.Entries).Select(entry => entry.Now.Flags))) yield return (null, letter);
        var changes = steps.SelectMany(Changes).ToHashSet();
        if (changes.Contains(Change.Changed) || changes.Contains(Change.Appeared)) yield return (new(Change: Change.Changed), "changed");
        if (changes.Contains(Change.Vanished)) yield return (new(Change: Change.Vanished), "gone");
        if (steps.Any(step => !step.Violations.IsEmpty)) yield return (new(IsViolation: true), "broken");
    }

    private static IEnumerable<Change> Changes(StepView step) =>
    [
        .. step.Areas.Select(area => area.Change), .. step.Entries.Select(entry => entry.Change), .. step.Frames.Select(frame => frame.Change),
        .. step.Holders.Select(holder => holder.Change), .. step.Slots.Select(slot => slot.Change), .. step.Devices.Select(device => device.Change),
    ];
}
