namespace LinuxMm;

/// <summary>The schedules of a scenario that end in the same way.</summary>
/// <param name="Kind">What goes wrong in them first, or null where nothing does.</param>
/// <param name="Schedules">How many there are.</param>
/// <param name="Example">The shortest beginning that goes wrong in this way; where nothing goes wrong, the first whole schedule.</param>
/// <param name="Machine">The machine after the example, with its whole trace.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record ScheduleClass(HazardKind? Kind, long Schedules, SnapshotList<ScheduledStep> Example, Machine Machine)
{
    /// <summary>Kind and count.</summary>
    public override string ToString() => $"{(Kind is { } kind ? $"{kind}" : "safe")}: {Schedules}";
}
