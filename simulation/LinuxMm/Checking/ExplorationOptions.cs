namespace LinuxMm;

/// <summary>How schedules are tried. Every choice gives the same verdict and the same witness.</summary>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record ExplorationOptions
{
    /// <summary>Whether schedules that have led to the same state go on only once from there. Without it every schedule is run to its end.</summary>
    public bool MergesStates { get; init; } = true;

    /// <summary>On how many cores schedules are run, at least 1. More than one needs a set-up that touches nothing outside, and schedules that are not merged.</summary>
    public int Workers { get; init; } = 1;
}
