namespace LinuxMm;

/// <summary>One machine on which a scenario is being run, step by step.</summary>
internal sealed class ScenarioRun(Machine machine, IReadOnlyList<ScenarioActor> actors)
{
    private readonly int[] _done = new int[actors.Count];

    public Machine Machine { get; } = machine;

    public IReadOnlyList<ScenarioActor> Actors { get; } = actors;

    public ScheduledStep NextOf(int actor) => new(Actors[actor].Name, Actors[actor].Steps[_done[actor]].Name);

    public void Step(int actor)
    {
        Actors[actor].Steps[_done[actor]].Do();
        _done[actor]++;
    }

    /// <summary>Leaves a step out, for shrinking.</summary>
    public void Skip(int actor) => _done[actor]++;
}
