namespace LinuxMm;

/// <summary>Runs a scenario in every order that its actors allow, each from a fresh machine, and finds the shortest that goes wrong.</summary>
/// <remarks>After every step the invariants of the model are checked; a violation is a defect of the model and throws.</remarks>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public static class InterleavingExplorer
{
    /// <summary>Tries all schedules.</summary>
    /// <param name="scenario">The world and its actors.</param>
    /// <param name="era">By whose rules.</param>
    /// <param name="options">How; by default schedules that reach the same state go on only once from there.</param>
    /// <exception cref="InvalidOperationException">A step may not be done where a schedule does it: the scenario must say what then.</exception>
    public static Exploration Explore(Scenario scenario, KernelEra era, ExplorationOptions? options = null)
    {
        options ??= new ExplorationOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        if (options.MergesStates && options.Workers > 1)
        {
            throw new ArgumentException("States are merged on one core: set MergesStates to false, or Workers to 1.", nameof(options));
        }

        var lengths = scenario.Start(era, isTracing: false).Actors.Select(actor => actor.Steps.Count).ToList();
        var total = Schedules.Count(lengths);
        var result = options.MergesStates ? new MergedSearch(scenario, era, lengths).Run() : new ExhaustiveSearch(scenario, era, lengths).Run(options.Workers);
        var classes = result.Shortest.SelectMany((schedule, outcome) => schedule is null ? [] : new[] { Replay(scenario, era, schedule, result.Schedules[outcome]) }).ToList();
        return new Exploration(total, result.Explored, total - result.Explored, WitnessOf(classes)) { States = result.States, Classes = [.. classes] };
    }

    /// <summary>Takes away what the actors can do without and still go wrong in the same way in some schedule.</summary>
    /// <remarks>Ensures: no single step of the result can be spared. An actor without steps is gone.</remarks>
    /// <param name="scenario">The world and its actors.</param>
    /// <param name="era">By whose rules.</param>
    /// <returns>The smaller scenario, or null when nothing goes wrong.</returns>
    /// <exception cref="InvalidOperationException">A step may not be done where a schedule of the whole scenario does it.</exception>
    public static Scenario? Shrink(Scenario scenario, KernelEra era) => new ScenarioShrinker(scenario, era).Shrink();

    /// <summary>Runs a schedule with everything recorded.</summary>
    private static ScheduleClass Replay(Scenario scenario, KernelEra era, int[] schedule, long schedules)
    {
        var run = scenario.Start(era, isTracing: true);
        var steps = new List<ScheduledStep>();
        foreach (var actor in schedule)
        {
            var step = run.NextOf(actor) with { FirstEvent = run.Machine.Trace.Count };
            run.Step(actor);
            steps.Add(step with { EndEvent = run.Machine.Trace.Count });
        }

        return new ScheduleClass(run.Machine.Hazards.Count > 0 ? run.Machine.Hazards[0].Kind : null, schedules, [.. steps], run.Machine);
    }

    private static Witness? WitnessOf(IEnumerable<ScheduleClass> classes) =>
        classes.Where(outcome => outcome.Kind is not null).MinBy(outcome => outcome.Example.Count) is { } shortest
            ? new Witness(shortest.Example, shortest.Machine.Hazards[0], shortest.Machine)
            : null;
}
