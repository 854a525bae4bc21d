using System.Collections.Immutable;
using System.Text;

namespace LinuxMm.Figures;

/// <summary>The reviewed text form of a figure: aligned over all steps, so that a change touches few lines.</summary>
internal static class FigureText
{
    private const string Mark = "◆ ";
    private const string NoMark = "  ";
    private const string Gap = "  ";

    /// <summary>A longer subject shifts only its own line.</summary>
    private const int WidestSubject = 32;

    /// <summary>One text a step, in order.</summary>
    public static ImmutableArray<string> Of(MemoryFigure figure)
    {
        var rows = figure.Steps.Select(StepRows.Of).ToList();
        var subject = rows.SelectMany(step => step).Select(row => TextMetrics.Cells(row.Subject)).DefaultIfEmpty().Max(width => Math.Min(width, WidestSubject));
        var widths = rows.SelectMany(step => step).GroupBy(row => row.Columns).ToDictionary(group => group.Key, Widths);
        return [.. figure.Steps.Select((step, i) => string.Join('\n', [.. rows[i].Select(row => Line(row, subject, widths[row.Columns])), .. Empty(step), .. Log(step), .. Violations(step)]))];
    }

    private static string[] Empty(StepView step) => step.IsEmpty ? [NoMark + StepView.Nothing] : [];

    private static IEnumerable<string> Log(StepView step) => step.Log.Select(line => (line.IsMarked ? Mark : NoMark) + line.Now);

    private static IEnumerable<string> Violations(StepView step) =>
        step.Violations.Select(violation => $"{(violation.IsMarked ? Mark : NoMark)}✗ {violation.Now.Sentence}");

    private static int[] Widths(IEnumerable<TextRow> rows)
    {
        var all = rows.ToList();
        return [.. Enumerable.Range(0, all.Max(row => row.Cells.Length)).Select(i => all.Max(row => i < row.Cells.Length - 1 ? TextMetrics.Cells(row.Cells[i]) : 0))];
    }

    private static string Line(TextRow row, int subject, int[] widths)
    {
        var line = new StringBuilder(row.IsMarked ? Mark : NoMark);
        Append(row.Subject, subject);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (i == 0 || widths[i - 1] > 0 || row.Cells[i].Length > 0) line.Append(Gap);
            Append(row.Cells[i], widths[i]);
        }

        var now = line.ToString().TrimEnd();
        return row.Was.Length == 0 ? now : $"{now}{Gap}(was {row.Was})";

        void Append(string text, int width) => line.Append(text).Append(' ', Math.Max(0, width - TextMetrics.Cells(text)));
    }
}
