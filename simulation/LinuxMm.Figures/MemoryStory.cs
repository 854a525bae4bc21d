using System.Runtime.CompilerServices;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>A machine's memory, told step by step: address space, page table, physical frames, and who relies on which of them.</summary>
/// <remarks>
/// Each step is drawn from the machine's state at that moment and from the step before, nothing else: the same calls give the
/// same picture, byte for byte. Places are laid out once over all steps, so that nothing moves from one to the next.
/// </remarks>
/// <param name="title">What the story shows, in a few words.</param>
/// <param name="machine">The machine that it is about.</param>
/// <param name="line">Filled by the compiler: the line of the call.</param>
public sealed class MemoryStory(string title, Machine machine, [CallerLineNumber] int line = 0) : IShowable
{
    private readonly string _title = CleanText.Title(title);
    private readonly List<(string Title, string Caption, MachineSnapshot Snapshot)> _steps = [];
    private readonly List<HolderSnapshot> _numbers = [];
    private readonly ToldLines _lines = new(line);

    /// <summary>Takes the machine's present state as the next step.</summary>
    /// <param name="title">Who did what to reach it, such as <c>app: munmap(buffer)</c>.</param>
    /// <param name="caption">One or two sentences about it; empty when the picture says it all.</param>
    /// <param name="line">Filled by the compiler: the line of the call.</param>
    /// <returns>The story itself.</returns>
    public MemoryStory Step(string title, string caption = "", [CallerLineNumber] int line = 0) => Step(title, machine.Snapshot(), caption, line);

    /// <summary>Takes a state of the past, or of another machine, as the next step.</summary>
    /// <param name="title">Who did what to reach it.</param>
    /// <param name="snapshot">The state.</param>
    /// <param name="caption">One or two sentences about it; empty when the picture says it all.</param>
    /// <param name="line">Filled by the compiler: the line of the call.</param>
    /// <returns>The story itself.</returns>
    public MemoryStory Step(string title, MachineSnapshot snapshot, string caption = "", [CallerLineNumber] int line = 0)
    {
        _steps.Add((CleanText.Title(title), CleanText.Of(caption), snapshot with { Holders = [.. snapshot.Holders, .. _numbers] }));
        _lines.Add(line);
        return this;
    }

    /// <summary>Shows, from the next step on, a variable that remembers a frame number. The machine does not know of it.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="number">What it remembers, such as an answer of <see cref="MemoryDescriptor.FollowPfn"/>.</param>
    /// <returns>The story itself.</returns>
    public MemoryStory Remember(string name, Pfn number)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _numbers.Add(new HolderSnapshot { Name = name, Kind = "a variable", FrameCount = 1, Slots = [new SlotSnapshot(SlotKind.Number, number, Promise.None)] });
        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    /// <exception cref="InvalidOperationException">The story has no step yet.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        if (_steps.Count == 0) throw new InvalidOperationException($"The story \"{_title}\" has no step yet: call Step first.");
        var drawings = SnapshotDrawings.Of([.. _steps.Select(step => step.Snapshot)]);
        return _lines.On(MemoryPicture.Draw(id, _title, _steps.Select((step, i) => new StoryStep(step.Title, step.Caption, drawings[i]))));
    }
}
