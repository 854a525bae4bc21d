using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>A schedule as it is drawn.</summary>
/// <param name="Actors">The life lines of those who do something, in order of their first step.</param>
/// <param name="Frames">The life lines of the frames that they race for.</param>
/// <param name="Rows">The steps.</param>
/// <param name="Violation">What went wrong, or nothing.</param>
internal sealed record SequenceFacts(ImmutableArray<string> Actors, ImmutableArray<FrameLife> Frames, ImmutableArray<SequenceRow> Rows, string Violation);

/// <summary>A frame with its states: before the first step, and after each.</summary>
internal sealed record FrameLife(ulong Pfn, ImmutableArray<FrameState> States);

/// <summary>What a frame is at one moment.</summary>
internal sealed record FrameState(MemoryKind Kind, string Owner, int? RefCount);

/// <summary>One step.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Actor">Whose life line.</param>
/// <param name="Step">What the scenario calls it.</param>
/// <param name="Calls">The functions that returned in it.</param>
/// <param name="Lock">The lock that the kernel holds during it and no longer, or nothing.</param>
/// <param name="Touches">What it has to do with each of the frames.</param>
/// <param name="IsLeftOut">Whether it stands for steps that are not drawn.</param>
internal sealed record SequenceRow(int Number, int Actor, string Step, string Calls, string Lock, ImmutableArray<FrameTouch> Touches, bool IsLeftOut = false);

/// <summary>What a step has to do with a frame.</summary>
/// <param name="Tie">The line from the actor to the frame, or nothing.</param>
/// <param name="Text">What happened, in a few words; nothing when nothing did.</param>
/// <param name="IsWrong">Whether this is what must not happen.</param>
/// <param name="IsStale">Whether somebody goes by a number that is not true any more after this step.</param>
internal readonly record struct FrameTouch(Tie? Tie, string Text, bool IsWrong, bool IsStale)
{
    public bool IsNothing => Text.Length == 0;
}
