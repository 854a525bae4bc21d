namespace LinuxMm;

/// <summary>Tries all schedules and goes on only once from each state that several of them reach.</summary>
/// <remarks>
/// Two beginnings with the same steps done and the same <see cref="StateDigest"/> have the same continuations, whatever came before,
/// because nothing on a machine depends on anything but its state. So nothing is lost, and schedules can be counted without being run.
/// </remarks>
internal sealed class MergedSearch(Scenario scenario, KernelEra era, IReadOnlyList<int> lengths)
{
    private readonly Dictionary<string, long[]> _endings = [];
    private readonly SearchResult _result = new();
    private readonly StateDigest _digest = new(scenario.Outside);
    private readonly int[] _path = new int[lengths.Sum()];
    private ScenarioRun? _run;
    private int _depth;

    public SearchResult Run()
    {
        var endings = Visit();
        endings.CopyTo(_result.Schedules, 0);
        _result.States = _endings.Count;
        return _result;
    }

    /// <summary>How many continuations of the path so far end in each way.</summary>
    private long[] Visit()
    {
        var key = _digest.Of(Live());
        if (_endings.TryGetValue(key, out var known))
        {
            _run = null;
            return known;
        }

        var endings = new long[_result.Schedules.Length];
        if (_depth == _path.Length)
        {
            var outcome = SearchResult.OutcomeOf(_run!.Machine);
            endings[outcome] = 1;
            if (outcome == 0)
            {
                _result.Saw(0, _path);
            }

            _run = null;
        }
        else
        {
            VisitNext(endings);
        }

        _endings.Add(key, endings);
        return endings;
    }

    private void VisitNext(long[] endings)
    {
        for (var actor = 0; actor < lengths.Count; actor++)
        {
            if (_path.AsSpan(0, _depth).Count(actor) == lengths[actor])
            {
                continue;
            }

            var run = Live();
            var hadHazards = run.Machine.Hazards.Count > 0;
            _path[_depth] = actor;
            ScheduleFailure.Step(run, _path, _depth);
            run.CheckInvariants();
            _depth++;
            if (!hadHazards && run.Machine.Hazards.Count > 0)
            {
                _result.Saw(SearchResult.OutcomeOf(run.Machine), _path.AsSpan(0, _depth));
            }

            var later = Visit();
            _depth--;
            for (var i = 0; i < endings.Length; i++)
            {
                endings[i] += later[i];
            }
        }
    }

    /// <summary>A machine on which the path so far was run.</summary>
    private ScenarioRun Live()
    {
        if (_run is null)
        {
            _run = scenario.Start(era, isTracing: false);
            _result.Explored++;
            for (var i = 0; i < _depth; i++)
            {
                ScheduleFailure.Step(_run, _path, i);
            }
        }

        return _run;
    }
}
