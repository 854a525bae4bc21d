using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Where the panels stand: up to three in a row, all of a row as high as the highest.</summary>
internal sealed class MultiplesLayout
{
    public const int StepLine = 20;
    public const int StepsTop = 74;
    public const int MostColumns = 6;
    public const int ColumnGap = 16;
    private const int InARow = 3;
    private const int Gap = 14;
    private readonly ImmutableArray<Box> _panels;

    public MultiplesLayout(ImmutableArray<SchedulePanel> panels)
    {
        var boxes = ImmutableArray.CreateBuilder<Box>();
        var inARow = Math.Clamp(panels.Length, 1, InARow);
        var width = (Metrics.Width - (2 * Metrics.Margin) - ((inARow - 1) * Gap)) / inARow;
        var y = Metrics.Margin;
        foreach (var row in panels.Chunk(inARow))
        {
            var height = StepsTop + (row.Max(Lines) * StepLine) + 6;
            boxes.AddRange(row.Select((_, i) => new Box(Metrics.Margin + (i * (width + Gap)), y, width, height)));
            y += height + Gap;
        }

        _panels = boxes.ToImmutable();
        Height = y - Gap + Metrics.Margin;
    }

    public int Height { get; }

    public Box Panel(int index) => _panels[index];

    private static int Lines(SchedulePanel panel) => panel.Steps.Length + (panel.LeftOut > 0 ? 1 : 0);
}
