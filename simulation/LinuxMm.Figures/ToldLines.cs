using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>Remembers on which source lines a story was told, so that a page can show the calls that led to a step.</summary>
/// <param name="start">The line on which the story began; 0 where nobody knows.</param>
internal sealed class ToldLines(int start)
{
    private readonly List<StepLines?> _lines = [];
    private int _last = start;

    /// <summary>Notes the line of the next step.</summary>
    public void Add(int line)
    {
        _lines.Add(line > 0 ? new StepLines(_last, line) : null);
        _last = line;
    }

    /// <summary>The picture with the lines of its steps.</summary>
    public Picture On(Picture picture) => picture with { Steps = [.. picture.Steps.Select((step, i) => step with { Lines = _lines[i] })] };
}
