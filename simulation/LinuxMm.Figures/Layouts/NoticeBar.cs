using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>One line in a bar.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsFirst">Whether a sentence begins here.</param>
internal readonly record struct BarLine(string Text, bool IsFirst);

/// <summary>A bar with sentences below the state: room for the most that any step has to say.</summary>
internal sealed class NoticeBar
{
    public const int SignWidth = 22;
    private const int MostLines = 6;
    private readonly Func<StepView, IEnumerable<string>> _sentences;
    private readonly int _top;
    private readonly int _width;

    /// <param name="figure">The whole figure.</param>
    /// <param name="sentences">What a step has to say here.</param>
    /// <param name="top">Where the bar begins.</param>
    /// <param name="figureWidth">How wide the figure is.</param>
    public NoticeBar(MemoryFigure figure, Func<StepView, IEnumerable<string>> sentences, int top, int figureWidth)
    {
        _sentences = sentences;
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
        var lines = _sentences(step).SelectMany(Broken).ToList();
        return lines.Count <= MostLines
            ? [.. lines]
            : [.. lines.Take(MostLines - 1), new BarLine("… and more: the state as text names them all", true)];
    }

    private IEnumerable<BarLine> Broken(string sentence) =>
        BrokenLines.Of(sentence, _width - (2 * Metrics.Padding) - SignWidth, Metrics.Small).Select((line, i) => new BarLine(line, i == 0));

    private static int Height(int lines) => (lines * Metrics.BarLine) + (2 * Metrics.BarPadding);
}
