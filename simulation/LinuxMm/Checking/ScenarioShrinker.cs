namespace LinuxMm;

/// <summary>Takes steps away from the actors of a scenario as long as it still goes wrong in the same way.</summary>
internal sealed class ScenarioShrinker(Scenario scenario, KernelEra era)
{
    /// <summary>Null when nothing goes wrong.</summary>
    public Scenario? Shrink()
    {
        if (InterleavingExplorer.Explore(scenario, era).Witness?.Hazard.Kind is not { } kind)
        {
            return null;
        }

        var kept = AllSteps();
        while (RemoveOne(kept, kind))
        {
            // What could not be spared before may be needless now, so all are asked again.
        }

        return scenario.Only(kept);
    }

    private HashSet<(int Actor, int Step)> AllSteps() =>
        [.. scenario.Start(era, isTracing: false).Actors.SelectMany((actor, i) => Enumerable.Range(0, actor.Steps.Count).Select(step => (i, step)))];

    private bool RemoveOne(HashSet<(int Actor, int Step)> kept, HazardKind kind)
    {
        foreach (var step in kept.OrderDescending().ToList())
        {
            kept.Remove(step);
            if (GoesWrong(scenario.Only(kept), kind))
            {
                return true;
            }

            kept.Add(step);
        }

        return false;
    }

    private bool GoesWrong(Scenario smaller, HazardKind kind)
    {
        try
        {
            return InterleavingExplorer.Explore(smaller, era).Witness?.Hazard.Kind == kind;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            // A step needed one that was left out: this is not a smaller scenario.
            return false;
        }
    }
}
