namespace Docsite.Execution.Workers;

/// <summary>
/// Waits for what should be over. Counted in looks and not by the clock: on a busy machine each of them comes to a processor as late as
/// what it looks for.
/// </summary>
internal static class Patience
{
    // Two seconds where nothing else runs.
    private const int MostLooks = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits for a task, though not for ever.</summary>
    internal static async Task WaitAsync(Task task)
    {
        for (var looks = 0; looks < MostLooks && !task.IsCompleted; looks++) _ = await Task.WhenAny(task, Task.Delay(Pause));
    }
}
