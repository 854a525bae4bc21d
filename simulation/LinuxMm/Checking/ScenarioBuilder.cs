namespace LinuxMm;

/// <summary>Where a scenario names its actors and their steps.</summary>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed class ScenarioBuilder
{
    private readonly List<ScenarioActor> _actors = [];

    internal ScenarioBuilder(Machine machine) => Machine = machine;

    /// <summary>The machine of this schedule, fresh.</summary>
    public Machine Machine { get; }

    internal IReadOnlyList<ScenarioActor> Actors => _actors;

    /// <summary>An actor and its steps, in its own order.</summary>
    /// <param name="name">What to call it in schedules.</param>
    /// <param name="steps">Each with a few words that say what it does.</param>
    public void Actor(string name, params (string Name, Action Do)[] steps)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _actors.Add(new ScenarioActor(name, steps));
    }
}
