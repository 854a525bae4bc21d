namespace LinuxMm;

/// <summary>A small world and what several actors do in it, each in its own order, all at the same time.</summary>
/// <remarks>The set-up runs anew for every schedule, so it must make everything itself and keep nothing outside.</remarks>
/// <param name="setUp">Makes processes, drivers and devices, and names the steps of each actor.</param>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed class Scenario(Action<ScenarioBuilder> setUp)
{
    internal ScenarioRun Start(KernelEra era, bool isTracing)
    {
        var machine = new Machine(era, new MachineOptions { IsTracing = isTracing, ChecksInvariants = isTracing });
        var builder = new ScenarioBuilder(machine);
        setUp(builder);
        return new ScenarioRun(machine, builder.Actors);
    }
}
