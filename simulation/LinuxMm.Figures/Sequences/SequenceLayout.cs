using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Where the life lines and the steps of a sequence stand. A row is as high as the most that is said in it.</summary>
internal sealed class SequenceLayout
{
    public const int Width = Metrics.Width;
    public const int LineWidth = 6;
    public const int TextLine = 16;
    public const int LockWidth = 8;
    private const int HeadHeight = 44;
    private const int Gutter = 26;
    private const int MostColumns = 6;
    private const int MostLines = 4;
    private const int FrameColumn = 216;
    private const int Gap = 12;
    private const int BelowText = 9;
    private readonly SequenceFacts _facts;
    private readonly int _column;
    private readonly ImmutableArray<int> _tops;

    public SequenceLayout(SequenceFacts facts)
    {
        _facts = facts;
        Columns = Math.Clamp(facts.Actors.Length, 1, MostColumns);
        _column = (Width - Gutter - Metrics.Margin - (facts.Frames.Length * FrameColumn)) / Columns;
        var tops = ImmutableArray.CreateBuilder<int>();
        tops.Add(Metrics.Margin + HeadHeight + Gap);
        for (var row = 0; row < facts.Rows.Length; row++)
        {
            var lines = Enumerable.Range(0, facts.Frames.Length).Select(frame => TouchLines(row, frame).Length).Append(1 + CallLines(row).Length).Max();
            tops.Add(tops[row] + Metrics.FirstBaseline + ((lines - 1) * TextLine) + BelowText + Gap);
        }

        _tops = tops.ToImmutable();
        Violation = facts.Violation.Length == 0 ? [] : [.. BrokenLines.Of(facts.Violation, Width - (2 * Metrics.Margin) - (2 * Metrics.Padding) - NoticeBar.SignWidth, Metrics.Small)];
        BarHeight = Violation.IsEmpty ? 0 : (Violation.Length * Metrics.BarLine) + (2 * Metrics.BarPadding);
        Legend = [.. BrokenLines.Of(string.Join(" · ", SequenceWords.Legend(facts)), Width - (2 * Metrics.Margin), Metrics.Small)];
        LegendTop = RowsBottom + (BarHeight == 0 ? 0 : BarHeight + Gap);
        Height = LegendTop + (Legend.Length * Metrics.BarLine) + 4;
    }

    public int Columns { get; }

    public int RowsBottom => _tops[^1];

    public int BarHeight { get; }

    public int LegendTop { get; }

    public int Height { get; }

    /// <summary>The lines of the sentence about what went wrong.</summary>
    public ImmutableArray<string> Violation { get; }

    public ImmutableArray<string> Legend { get; }

    /// <summary>The actors beyond the last column stand in it.</summary>
    public int ColumnOf(int actor) => Math.Min(actor, Columns - 1);

    public bool IsShared(int column) => column == Columns - 1 && _facts.Actors.Length > Columns;

    public Box Head(int column) => new(Metrics.Margin + (column * _column), Metrics.Margin, _column - Gap, HeadHeight);

    public Box FrameHead(int frame) => new(Width - Metrics.Margin - ((_facts.Frames.Length - frame) * FrameColumn) + Gap, Metrics.Margin, FrameColumn - Gap, HeadHeight);

    public Box Step(int row) => Head(ColumnOf(_facts.Rows[row].Actor)) with { Y = _tops[row], Height = RowHeight(row) };

    public Box Touch(int row, int frame) => FrameHead(frame) with { Y = _tops[row], Height = RowHeight(row) };

    /// <summary>The calls of a step and its lock, broken into lines.</summary>
    public ImmutableArray<string> CallLines(int row)
    {
        var room = _column - Gap - (2 * Metrics.Padding) - (_facts.Rows[row].Lock.Length > 0 ? LockWidth : 0);
        var calls = _facts.Rows[row].Calls.Length == 0 ? [] : BrokenLines.Of(_facts.Rows[row].Calls, room, Metrics.Small).Take(MostLines);
        return [.. calls, .. _facts.Rows[row].Lock.Length == 0 ? Array.Empty<string>() : [TextMetrics.Fit(_facts.Rows[row].Lock, room, Metrics.Small)]];
    }

    /// <summary>What is said of a frame in a step, broken into lines; nothing when nothing happened to it.</summary>
    public ImmutableArray<string> TouchLines(int row, int frame)
    {
        var room = FrameColumn - Gap - (2 * Metrics.Padding);
        var (text, change) = (_facts.Rows[row].Touches[frame].Text, SequenceWords.Changed(_facts.Frames[frame], _facts.Rows[row]));
        string[] parts = [text, change, SequenceWords.IsFirstStale(_facts, row, frame) ? SequenceWords.Stale : ""];
        return [.. parts.Where(part => part.Length > 0).SelectMany(part => BrokenLines.Of(part, room, Metrics.Small).Take(MostLines))];
    }

    private int RowHeight(int row) => _tops[row + 1] - _tops[row] - Gap;
}
