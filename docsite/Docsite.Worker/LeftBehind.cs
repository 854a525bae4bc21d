using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Finds threads and processes that a block started and did not wait for. Only Linux tells.</summary>
internal sealed class LeftBehind
{
    private const string ThreadFolder = "/proc/self/task";

    // A guard, half a minute at least: who waits for a disk that never answers has no moment of its own.
    private const int MostLooks = 30_000;

    // About a second. Counted and not by the clock: on a busy machine each look comes to a processor as late as what it looks for.
    private static readonly int Patience = OperatingSystem.IsWindows() ? 64 : 1000;
    private static readonly string Own = string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}");
    private static readonly string Main = string.Create(CultureInfo.InvariantCulture, $"{ThreadFolder}/{Environment.ProcessId}");

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal) { Main };
    private readonly long _workingSet = Environment.WorkingSet;
    private readonly long _data = ResourceLimits.HeldData();

    /// <summary>What the last block left, each once.</summary>
    internal IEnumerable<EscapeKind> Find()
    {
        if (!OperatingSystem.IsLinux()) yield break;
        if (Stays(Threads)) yield return EscapeKind.ThreadLeft;
        if (HasChildren() && Stays(Processes))
        {
            End([.. Processes()]);
            yield return EscapeKind.ProcessLeft;
        }
    }

    /// <summary>Whether nothing goes on that the next session could notice: no thread, no work of the thread pool, no timer, no memory held.</summary>
    internal bool IsNothing() => _known.Count == 0 && !(OperatingSystem.IsLinux() && Stays(Threads)) && !Stays(Work) && HoldsLittle();

    /// <summary>Gives what blocks did not wait for a moment to show what it does: nobody would be told of it later.</summary>
    internal static void AwaitWork()
    {
        for (var looks = 0; looks < Patience && HasWork(); looks++) Thread.Sleep(1);
    }

    // Work is done by threads: while one of them waits for a processor, it has no time to be done.
    private static IEnumerable<SystemTask> Work()
    {
        if (!HasWork()) return [];
        var threads = OperatingSystem.IsLinux() ? Tasks(ThreadFolder).Where(task => task.Folder != Main).ToList() : [];
        return [new SystemTask("work", "", threads.TrueForAll(task => task.IsAsleep) ? 'S' : 'R', 0, 0, threads.Sum(task => task.Ticks))];
    }

    // Work goes from timers to the queue and from there to threads, and can start a timer again: none was there if none was done meanwhile.
    private static bool HasWork()
    {
        var done = ThreadPool.CompletedWorkItemCount;
        return Timer.ActiveCount + ThreadPool.PendingWorkItemCount + BusyThreads() > 0 || ThreadPool.CompletedWorkItemCount != done;
    }

    private static long BusyThreads()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available;
    }

    // What sessions keep alive is managed memory; the code that they leave is not, and is never unloaded.
    private bool HoldsLittle()
    {
        var limit = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var most = limit / 4;
        if (GC.GetTotalMemory(forceFullCollection: false) >= most && GC.GetTotalMemory(forceFullCollection: true) >= most) return false;
        var managed = GC.GetGCMemoryInfo().TotalCommittedBytes;
        if (Environment.WorkingSet - managed - _workingSet >= most) return false;
        // Native memory that is held but was never written is in no working set, and the next session lacks it all the same.
        return ResourceLimits.HeldData() - managed - _data < limit;
    }

    // What a block starts does not outlive it; what is killed still has to come to a processor to end.
    private static void End(IReadOnlyList<SystemTask> tasks)
    {
        foreach (var task in tasks)
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(Path.GetFileName(task.Folder), CultureInfo.InvariantCulture));
                process.Kill(entireProcessTree: true);
            }
            catch (Exception ended) when (ended is ArgumentException or InvalidOperationException)
            {
                // It ended by itself in between.
            }
        }
        for (var looks = 0; looks < MostLooks && tasks.Any(task => SystemTask.Read(task.Folder) is { IsOver: false }); looks++) Thread.Sleep(1);
    }

    // What has been waited for can take a moment to leave the list. The moment is its own: on a busy machine it waits for a processor first.
    private bool Stays(Func<IEnumerable<SystemTask>> list)
    {
        const long Moment = 50;
        var ticks = new Dictionary<string, long>(StringComparer.Ordinal);
        var had = 0L;
        for (var looks = 0; ; looks++, Thread.Sleep(1))
        {
            var left = list().Where(one => !_known.Contains(one.Folder)).ToList();
            if (left.Count == 0) return false;
            had += left.Max(one => one.HadSince(ticks.GetValueOrDefault(one.Folder, one.Ticks)));
            if (had > Moment || looks > MostLooks)
            {
                _known.UnionWith(left.Select(one => one.Folder));
                return true;
            }
            foreach (var one in left) ticks[one.Folder] = one.Ticks;
        }
    }

    // Whatever a block started hangs below a child of the worker, which takes in those whose parents end. The answer costs far less than a list.
    private static bool HasChildren()
    {
        const int Any = 0;
        const int AtOnceAndUnreaped = 0x1 | 0x4 | 0x01000000;
        return WaitId(Any, 0, 0, AtOnceAndUnreaped) == 0;
    }

    // The runtime names its own threads; the main thread has the process's number. Who has been asked keeps the number: the system gives
    // one anew only after all others.
    private IEnumerable<SystemTask> Threads() => Tasks(ThreadFolder, folder => !_own.Contains(folder)).Where(IsOfBlock);

    private bool IsOfBlock(SystemTask task)
    {
        if (!task.Name.StartsWith(".NET", StringComparison.Ordinal)) return true;
        // A thread is called as its starter until it has run for a moment.
        if (task.IsAsleep && !_asked.Add(task.Folder)) _ = _own.Add(task.Folder);
        return false;
    }

    private static IEnumerable<SystemTask> Processes() => Tasks("/proc", folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Where(task => (task.Parent == Environment.ProcessId || task.Group == Environment.ProcessId) && task.Folder != Own);

    private static IEnumerable<SystemTask> Tasks(string folder, Func<string, bool>? isAsked = null) =>
        Directory.EnumerateDirectories(folder).Where(isAsked ?? (_ => true)).Select(SystemTask.Read).OfType<SystemTask>().Where(task => !task.IsOver);

    [DllImport("libc", EntryPoint = "waitid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int WaitId(int kind, uint id, nint information, int options);
}
