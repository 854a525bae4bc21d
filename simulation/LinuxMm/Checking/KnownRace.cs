namespace LinuxMm;

/// <summary>A short scenario in which something may go wrong. It says what the actors do, not that it is wrong: that is found by trying all schedules.</summary>
/// <param name="Name">What happens, in a few words.</param>
/// <param name="Source">Where the bug class was named: a commit, a CVE or a mail of the thread.</param>
/// <param name="Scenario">The world and its actors.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed record KnownRace(string Name, string Source, Scenario Scenario)
{
    /// <summary>Tries all its schedules.</summary>
    /// <param name="era">By whose rules.</param>
    public Exploration Explore(KernelEra era) => InterleavingExplorer.Explore(Scenario, era);

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
