namespace LinuxMm;

/// <summary>A small world and what several actors do in it, each in its own order, all at the same time.</summary>
/// <remarks>The set-up runs anew for every schedule, so it must make everything itself and keep nothing outside.</remarks>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed class Scenario
{
    private static readonly MachineOptions Watched = new();
    private static readonly MachineOptions Bare = new() { IsTracing = false, ChecksInvariants = false };
    private readonly Action<ScenarioBuilder> _setUp;

    /// <summary>A scenario.</summary>
    /// <param name="setUp">Makes processes, drivers and devices, and names the steps of each actor.</param>
    public Scenario(Action<ScenarioBuilder> setUp)
    {
        ArgumentNullException.ThrowIfNull(setUp);
        _setUp = setUp;
    }

    /// <summary>What lies outside of the scenario and so cannot change in it.</summary>
    internal object? Outside => _setUp.Target;

    internal ScenarioRun Start(KernelEra era, bool isTracing)
    {
        var machine = new Machine(era, isTracing ? Watched : Bare);
        var builder = new ScenarioBuilder(machine);
        _setUp(builder);
        return new ScenarioRun(machine, builder.Actors);
    }

    /// <summary>The same world where the actors do only some of their steps; an actor without any is not there.</summary>
    internal Scenario Only(IReadOnlySet<(int Actor, int Step)> kept) => new(world =>
    {
        var whole = new ScenarioBuilder(world.Machine);
        _setUp(whole);
        for (var actor = 0; actor < whole.Actors.Count; actor++)
        {
            var steps = whole.Actors[actor].Steps.Where((_, step) => kept.Contains((actor, step))).ToArray();
            if (steps.Length > 0)
            {
                world.Actor(whole.Actors[actor].Name, steps);
            }
        }
    });
}
