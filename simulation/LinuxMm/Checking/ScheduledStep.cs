namespace LinuxMm;

/// <summary>One step of a schedule.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Name">What, in the scenario's words.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record ScheduledStep(string Actor, string Name)
{
    /// <summary>Actor and step.</summary>
    public override string ToString() => $"{Actor}: {Name}";
}
