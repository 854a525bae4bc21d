namespace LinuxMm;

/// <summary>Runs a scenario in every order that its actors allow, each from a fresh machine, and finds the shortest that goes wrong.</summary>
/// <remarks>
/// Two cuts are made, and neither can hide a shorter witness: what begins like a schedule that went wrong is not run,
/// and neither is what could only go wrong later than the best found so far. Without a witness every schedule is run.
/// </remarks>
[ModelOnly("The kernel's schedules are chosen by hardware; here they are all tried.")]
public sealed class InterleavingExplorer
{
    private readonly Scenario _scenario;
    private readonly KernelEra _era;
    private long _explored;
    private List<int>? _best;

    private InterleavingExplorer(Scenario scenario, KernelEra era)
    {
        _scenario = scenario;
        _era = era;
    }

    /// <summary>Tries all schedules.</summary>
    /// <param name="scenario">The world and its actors.</param>
    /// <param name="era">By whose rules.</param>
    /// <exception cref="InvalidOperationException">A step may not be done where a schedule does it: the scenario must say what then.</exception>
    public static Exploration Explore(Scenario scenario, KernelEra era)
    {
        var explorer = new InterleavingExplorer(scenario, era);
        var lengths = scenario.Start(era, isTracing: false).Actors.Select(actor => actor.Steps.Count).ToList();
        explorer.Run(lengths);
        var total = Interleavings(lengths);
        var witness = explorer._best is { } best ? new WitnessShrinker(scenario, era).Shrink(best) : null;
        return new Exploration(total, explorer._explored, total - explorer._explored, witness);
    }

    /// <summary>How many orders there are of what the actors have to do.</summary>
    internal static long Interleavings(IReadOnlyList<int> lengths)
    {
        long result = 1;
        var placed = 0;
        foreach (var count in lengths)
        {
            for (var i = 1; i <= count; i++)
            {
                // Each product is a binomial coefficient times what went before, so the division is exact.
                placed++;
                result = checked(result * placed) / i;
            }
        }

        return result;
    }

    /// <summary>The next order of the same steps, one that differs within the first steps; false after the last.</summary>
    internal static bool Advance(int[] schedule, int significant)
    {
        Array.Sort(schedule, significant, schedule.Length - significant);
        Array.Reverse(schedule, significant, schedule.Length - significant);
        var pivot = schedule.Length - 2;
        while (pivot >= 0 && schedule[pivot] >= schedule[pivot + 1])
        {
            pivot--;
        }

        if (pivot < 0)
        {
            return false;
        }

        var successor = Array.FindLastIndex(schedule, actor => actor > schedule[pivot]);
        (schedule[pivot], schedule[successor]) = (schedule[successor], schedule[pivot]);
        Array.Reverse(schedule, pivot + 1, schedule.Length - pivot - 1);
        return true;
    }

    private void Run(List<int> lengths)
    {
        int[] schedule = [.. lengths.SelectMany((count, actor) => Enumerable.Repeat(actor, count))];
        int significant;
        do
        {
            significant = _best is null ? schedule.Length : _best.Count - 1;
            _explored++;
            if (FirstWrongStep(schedule, significant) is { } wrong)
            {
                significant = wrong + 1;
                _best = [.. schedule.Take(significant)];
            }
        }
        while (Advance(schedule, significant));
    }

    private int? FirstWrongStep(int[] schedule, int limit)
    {
        var run = _scenario.Start(_era, isTracing: false);
        for (var i = 0; i < limit; i++)
        {
            run.Step(schedule[i]);
            if (run.Machine.Hazards.Count > 0)
            {
                return i;
            }
        }

        return null;
    }
}
