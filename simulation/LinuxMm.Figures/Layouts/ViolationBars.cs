using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>One line in the red bar.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFirst">Whether a sentence begins here.</param>
internal readonly record struct BarLine(string Text, bool IsFirst);

/// <summary>The red bar below the state: room for the most that any step has to say.</summary>
internal sealed class ViolationBars
{
    public const int SignWidth = 22;
    private const int MostLines = 6;
    private readonly int _top;
    private readonly int _width;

    public ViolationBars(MemoryFigure figure, int top, int figureWidth)
    {
        _top = top;
        _width = figureWidth - (2 * Metrics.Margin);
        var lines = figure.Steps.Max(step => Lines(step).Length);
        Bottom = lines == 0 ? top - Metrics.GroupGap : top + Height(lines);
    }

    public int Bottom { get; }

    /// <summary>The bar of a step; nothing when the step has nothing to say.</summary>
    public Box? Bar(StepView step) => Lines(step).Length is var count and > 0
        ? new Box(Metrics.Margin, _top, _width, Height(count))
        : null;

    /// <summary>The sentences, broken into lines.</summary>
    public ImmutableArray<BarLine> Lines(StepView step)
    {
        var lines = step.Violations.Where(violation => !violation.IsGhost).SelectMany(violation => Broken(violation.Now.Sentence)).ToList();
        return lines.Count <= MostLines
            ? [.. lines]
            : [.. lines.Take(MostLines - 1), new BarLine("… and more: the state as text names them all", true)];
    }

    private IEnumerable<BarLine> Broken(string sentence)
    {
        var room = _width - (2 * Metrics.Padding) - SignWidth;
        var line = "";
        var isFirst = true;
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length > 0 && TextMetrics.Width($"{line} {word}", Metrics.Small) > room)
            {
                yield return new(line, isFirst);
                (line, isFirst) = ("", false);
            }

            line = TextMetrics.Fit(line.Length == 0 ? word : $"{line} {word}", room, Metrics.Small);
        }

        yield return new(line, isFirst);
    }

    private static int Height(int lines) => (lines * Metrics.BarLine) + (2 * Metrics.BarPadding);
}
