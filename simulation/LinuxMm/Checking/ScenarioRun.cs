namespace LinuxMm;

/// <summary>One machine on which a scenario is being run, step by step.</summary>
internal sealed class ScenarioRun(Machine machine, IReadOnlyList<ScenarioActor> actors)
{
    private readonly int[] _done = new int[actors.Count];

    public Machine Machine { get; } = machine;

    public IReadOnlyList<ScenarioActor> Actors { get; } = actors;

    /// <summary>How many steps each actor has behind it.</summary>
    public ReadOnlySpan<int> Done => _done;

    /// <summary>Whether the kernel stopped itself with a BUG: nothing happens on the machine after that.</summary>
    public bool IsStopped { get; private set; }

    public ScheduledStep NextOf(int actor) => new(Actors[actor].Name, Actors[actor].Steps[_done[actor]].Name);

    /// <exception cref="InvalidOperationException">The step may not be done here.</exception>
    public void Step(int actor)
    {
        var step = Actors[actor].Steps[_done[actor]++];
        if (IsStopped)
        {
            return;
        }

        try
        {
            step.Do();
        }
        catch (KernelBugException bug)
        {
            IsStopped = true;
            Machine.Report(new Hazard(HazardKind.KernelBug, null, Actors[actor].Name, "", "") { Text = bug.Message });
        }
    }

    /// <summary>Checks that the model does not contradict itself. A kernel that stopped in the middle of a call may.</summary>
    public void CheckInvariants()
    {
        if (!IsStopped)
        {
            Invariants.Check(Machine);
        }
    }

    /// <summary>Leaves a step out, for shrinking.</summary>
    public void Skip(int actor) => _done[actor]++;
}
