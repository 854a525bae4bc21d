namespace LinuxMm;

/// <summary>Runs every schedule to its end, each from a fresh machine, and checks the invariants after every step that no earlier schedule has checked.</summary>
internal sealed class ExhaustiveSearch(Scenario scenario, KernelEra era, IReadOnlyList<int> lengths)
{
    private const int PartsForEachWorker = 8;

    /// <remarks>The model has no threads. Here several machines that know nothing of one another run side by side; what they find is put together in the order of the schedules.</remarks>
    public SearchResult Run(int workers)
    {
        var length = 0;
        var steps = lengths.Sum();
        while (workers > 1 && length < steps && Schedules.Beginnings(lengths, length).Count < workers * PartsForEachWorker)
        {
            length++;
        }

        var beginnings = Schedules.Beginnings(lengths, length);
        var parts = workers == 1
            ? beginnings.Select(first => RunPart(first, length))
            : beginnings.AsParallel().AsOrdered().WithDegreeOfParallelism(workers).Select(first => RunPart(first, length));
        var result = new SearchResult();
        foreach (var part in parts)
        {
            result.Add(part);
        }

        return result;
    }

    private SearchResult RunPart(int[] schedule, int sameBeginning)
    {
        var result = new SearchResult();
        for (var different = 0; different >= 0; different = Schedules.Advance(schedule, sameBeginning))
        {
            RunOne(schedule, different, result);
        }

        return result;
    }

    private void RunOne(int[] schedule, int different, SearchResult result)
    {
        var run = scenario.Start(era, isTracing: false);
        var outcome = 0;
        for (var i = 0; i < schedule.Length; i++)
        {
            ScheduleFailure.Step(run, schedule, i);
            if (i >= different)
            {
                run.CheckInvariants();
            }

            if (outcome == 0 && run.Machine.Hazards.Count > 0)
            {
                outcome = SearchResult.OutcomeOf(run.Machine);
                result.Saw(outcome, schedule.AsSpan(0, i + 1));
            }
        }

        if (outcome == 0)
        {
            result.Saw(0, schedule);
        }

        result.Schedules[outcome]++;
        result.Explored++;
    }
}
