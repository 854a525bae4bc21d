namespace LinuxMm;

/// <summary>The shortest schedule that goes wrong: what is not in it has not happened yet.</summary>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Hazard">The first thing that went wrong.</param>
/// <param name="Machine">The machine on which it did, with its whole trace.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record Witness(SnapshotList<ScheduledStep> Steps, Hazard Hazard, Machine Machine)
{
    /// <summary>One step a line, and the hazard.</summary>
    public override string ToString() => $"{string.Join('\n', Steps)}\n=> {Hazard}";
}
