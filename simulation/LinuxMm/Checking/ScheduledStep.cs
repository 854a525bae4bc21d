namespace LinuxMm;

/// <summary>One step of a schedule.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Name">What, in the scenario's words.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record ScheduledStep(string Actor, string Name)
{
    /// <summary>Where in the trace of the machine the step begins: the number of events before it.</summary>
    public int FirstEvent { get; init; }

    /// <summary>Where in the trace it ends: the number of events before the next step.</summary>
    public int EndEvent { get; init; }

    /// <summary>Actor and step.</summary>
    public override string ToString() => $"{Actor}: {Name}";
}
