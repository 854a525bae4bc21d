using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>One schedule of several actors as a sequence diagram: a life line for each actor and for each frame that they race for, time downwards.</summary>
/// <remarks>
/// Everything in it comes from the trace of the run: which call each step made, what it learned of a frame, when that stopped being true,
/// and what was written all the same. More than six actors share a column; of many steps the middle ones are left out.
/// </remarks>
public sealed class InterleavingSequence : IShowable
{
    private readonly string _title;
    private readonly SequenceFacts _facts;

    /// <summary>The schedule that goes wrong.</summary>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="witness">From <see cref="InterleavingExplorer.Explore"/>.</param>
    public InterleavingSequence(string title, Witness witness)
        : this(title, witness.Machine, witness.Steps)
    {
    }

    /// <summary>An example of the schedules that end in the same way.</summary>
    /// <param name="title">What it shows, in a few words.</param>
    /// <param name="schedules">One of <see cref="Exploration.Classes"/>.</param>
    public InterleavingSequence(string title, ScheduleClass schedules)
        : this(title, schedules.Machine, schedules.Example)
    {
    }

    private InterleavingSequence(string title, Machine machine, IReadOnlyList<ScheduledStep> steps)
    {
        _title = CleanText.Title(title);
        _facts = SequenceReader.Read(machine, steps);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        var layout = new SequenceLayout(_facts);
        var title = $"{_title}: {SequenceWords.Steps(_facts)}";
        var root = new SvgRoot($"{id}-s1", title, SequenceWords.Description(_facts), SequenceLayout.Width, layout.Height);
        var step = new PictureStep(SequenceWords.Steps(_facts), "", SequenceWords.Text(_facts), root.Draw(new SequenceSvg(_facts, layout).Draw()), SequenceCards.Of(_facts))
        {
            Violation = _facts.Violation.Length == 0 ? null : _facts.Violation,
        };
        return new Picture(_title, [step]);
    }
}
