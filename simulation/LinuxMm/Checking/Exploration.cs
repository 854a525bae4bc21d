namespace LinuxMm;

/// <summary>What trying all schedules of a scenario showed.</summary>
/// <param name="Schedules">How many schedules there are.</param>
/// <param name="Explored">How many were run, each from a fresh machine.</param>
/// <param name="Pruned">How many were not run, because they begin like one that went wrong, or could not give a shorter witness.</param>
/// <param name="Witness">The shortest schedule that goes wrong, or null: then none does.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record Exploration(long Schedules, long Explored, long Pruned, Witness? Witness)
{
    /// <summary>Whether all schedules were run and none went wrong: a proof by exhaustion for this small world.</summary>
    public bool IsSafe => Witness is null;

    /// <summary>The counts, and the witness if there is one.</summary>
    public override string ToString() => Witness is null
        ? $"safe in all {Schedules} schedules"
        : $"{Explored} of {Schedules} schedules run, {Pruned} pruned\n{Witness}";
}
