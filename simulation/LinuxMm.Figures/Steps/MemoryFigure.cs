using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>A title over a state: what one step of a story hands to the figure.</summary>
internal sealed record StoryStep(string Title, string Caption, MemoryDrawing Drawing);

/// <summary>A whole figure, ready for the renderers.</summary>
internal sealed record MemoryFigure(string Title, FigureRows Rows, ImmutableArray<StepView> Steps)
{
    public static MemoryFigure Of(string title, IEnumerable<StoryStep> story)
    {
        ImmutableArray<StoryStep> steps = [.. story];
        ImmutableArray<DrawingIndex> indexes = [.. steps.Select(step => new DrawingIndex(step.Drawing))];
        var rows = FigureRows.Of(indexes);
        ImmutableArray<FigureParts> parts = [.. indexes.Select(index => FigureParts.Of(rows, index))];
        var areas = parts.SelectMany(part => part.Areas).Select(AreaKey).Distinct()
            .OrderBy(key => rows.Processes.IndexOf(key.Process)).ThenBy(key => key.FirstPage).ToList();
        var sentences = parts.SelectMany(part => part.Violations).Distinct().ToList();
        var logged = parts.SelectMany(part => part.Log).Distinct().ToList();
        return new(title, rows, [.. steps.Select((step, i) => View(i))]);

        StepView View(int i)
        {
            var now = parts[i];
            var before = i == 0 ? null : parts[i - 1];
            return new()
            {
                Number = i + 1,
                Title = steps[i].Title,
                Caption = steps[i].Caption,
                Areas = Marked.Between(areas, before?.Areas, now.Areas, AreaKey),
                Entries = Marked.Between(rows.Pages, before?.Entries, now.Entries, entry => entry.Row),
                Frames = Marked.Between(rows.Frames, before?.Frames, now.Frames, frame => frame.Row),
                Holders = Marked.Between(rows.Holders, before?.Holders, now.Holders, holder => holder.Name),
                Slots = Marked.Between(rows.Slots, before?.Slots, now.Slots, slot => slot.Row),
                Devices = Marked.Between(rows.Devices, before?.Devices, now.Devices, device => device.Name),
                Lines = now.Lines,
                NewLines = before is null ? [] : [.. now.Lines.Except(before.Lines)],
                Log = [.. Marked.Between(logged, before?.Log, now.Log, line => line).Where(line => !line.IsGhost)],
                Violations = [.. Marked.Between(sentences, before?.Violations, now.Violations, violation => violation).Where(violation => !violation.IsGhost)],
            };
        }
    }

    private static (string Process, ulong FirstPage) AreaKey(AreaView area) => (area.Process, area.FirstPage);
}
