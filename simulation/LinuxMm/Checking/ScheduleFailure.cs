namespace LinuxMm;

/// <summary>Says in which schedule a step was misused, so that the scenario can be mended.</summary>
internal static class ScheduleFailure
{
    /// <summary>Does one step of a schedule.</summary>
    /// <exception cref="InvalidOperationException">The step may not be done here.</exception>
    public static void Step(ScenarioRun run, ReadOnlySpan<int> schedule, int index)
    {
        try
        {
            run.Step(schedule[index]);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            var said = new List<string>();
            var next = new int[run.Actors.Count];
            foreach (var actor in schedule[..(index + 1)])
            {
                said.Add($"{run.Actors[actor].Name}: {run.Actors[actor].Steps[next[actor]++].Name}");
            }

            var after = said.Count == 1 ? "at first" : $"after '{string.Join("', '", said[..^1])}'";
            throw new InvalidOperationException($"'{said[^1]}' may not be done {after}: {exception.Message} Let the step ask first, and do something else or nothing.", exception);
        }
    }
}
