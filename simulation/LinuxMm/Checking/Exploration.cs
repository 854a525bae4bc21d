namespace LinuxMm;

/// <summary>What trying all schedules of a scenario showed.</summary>
/// <param name="Schedules">How many schedules there are.</param>
/// <param name="Explored">How many were run, each from a fresh machine.</param>
/// <param name="Pruned">How many were not run, because they reach a state from which all continuations had been tried.</param>
/// <param name="Witness">The shortest schedule that goes wrong, or null: then none does.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record Exploration(long Schedules, long Explored, long Pruned, Witness? Witness)
{
    /// <summary>How many different states the schedules pass through; 0 where they were not compared.</summary>
    public long States { get; init; }

    /// <summary>All schedules, by how they end: first the safe ones, then by what goes wrong first.</summary>
    public SnapshotList<ScheduleClass> Classes { get; init; } = [];

    /// <summary>Whether no schedule goes wrong: a proof by exhaustion for this small world.</summary>
    public bool IsSafe => Witness is null;

    /// <summary>How many schedules go wrong.</summary>
    public long Wrong => Classes.Where(outcome => outcome.Kind is not null).Sum(outcome => outcome.Schedules);

    /// <summary>The counts, and the witness if there is one.</summary>
    public override string ToString() => Witness is null
        ? $"safe in all {Schedules} schedules"
        : $"{Wrong} of {Schedules} schedules go wrong\n{Witness}";
}
