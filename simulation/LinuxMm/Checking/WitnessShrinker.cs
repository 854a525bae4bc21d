namespace LinuxMm;

/// <summary>Leaves out of a schedule what it can do without and still go wrong in the same way.</summary>
internal sealed class WitnessShrinker(Scenario scenario, KernelEra era)
{
    public Witness Shrink(IReadOnlyList<int> schedule)
    {
        var kept = Enumerable.Repeat(true, schedule.Count).ToArray();
        var kind = Try(schedule, kept, isTracing: false)!.Machine.Hazards[0].Kind;
        for (var i = schedule.Count - 1; i >= 0; i--)
        {
            kept[i] = false;
            kept[i] = Try(schedule, kept, isTracing: false)?.Machine.Hazards is not { Count: > 0 } hazards || hazards[0].Kind != kind;
        }

        var run = Try(schedule, kept, isTracing: true)!;
        return new Witness([.. Steps(schedule, kept)], run.Machine.Hazards[0], run.Machine);
    }

    /// <summary>Null when the rest makes no sense without what was left out.</summary>
    private ScenarioRun? Try(IReadOnlyList<int> schedule, bool[] kept, bool isTracing)
    {
        var run = scenario.Start(era, isTracing);
        try
        {
            for (var i = 0; i < schedule.Count; i++)
            {
                if (kept[i])
                {
                    run.Step(schedule[i]);
                }
                else
                {
                    run.Skip(schedule[i]);
                }
            }

            return run;
        }
        catch (InvalidOperationException)
        {
            // A step needed one that was left out: this is not a smaller witness.
            return null;
        }
    }

    private List<ScheduledStep> Steps(IReadOnlyList<int> schedule, bool[] kept)
    {
        var run = scenario.Start(era, isTracing: false);
        var steps = new List<ScheduledStep>();
        for (var i = 0; i < schedule.Count; i++)
        {
            if (kept[i])
            {
                steps.Add(run.NextOf(schedule[i]));
            }

            run.Skip(schedule[i]);
        }

        return steps;
    }
}
