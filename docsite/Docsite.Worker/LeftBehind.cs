using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Docsite.Protocol;

namespace Docsite.Worker;

/// <summary>Finds threads and processes that a block started and did not wait for. Only Linux tells.</summary>
internal sealed class LeftBehind
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal) { $"/proc/self/task/{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}" };
    private readonly long _workingSet = Environment.WorkingSet;

    /// <summary>What the last block left, each once.</summary>
    internal IEnumerable<EscapeKind> Find()
    {
        if (!OperatingSystem.IsLinux()) yield break;
        if (Stays(Threads)) yield return EscapeKind.ThreadLeft;
        if (HasChildren() && Stays(Processes))
        {
            End(Processes());
            yield return EscapeKind.ProcessLeft;
        }
    }

    /// <summary>Whether nothing goes on that the next session could notice: no thread, no work of the thread pool, no timer, no memory held.</summary>
    internal bool IsNothing()
    {
        if (_known.Count > 0 || (OperatingSystem.IsLinux() && Stays(Threads))) return false;
        return !Stays(() => BusyThreads() + ThreadPool.PendingWorkItemCount + Timer.ActiveCount > 0 ? ["work"] : []) && HoldsLittle();
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
        var most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;
        if (GC.GetTotalMemory(forceFullCollection: false) >= most && GC.GetTotalMemory(forceFullCollection: true) >= most) return false;
        return Environment.WorkingSet - GC.GetGCMemoryInfo().TotalCommittedBytes - _workingSet < most;
    }

    // What a block starts does not outlive it.
    private static void End(IEnumerable<string> processes)
    {
        foreach (var folder in processes)
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
                process.Kill(entireProcessTree: true);
            }
            catch (Exception ended) when (ended is ArgumentException or InvalidOperationException)
            {
                // It ended by itself in between.
            }
        }
    }

    // What has been waited for can take a moment to leave the list.
    private bool Stays(Func<IEnumerable<string>> list)
    {
        const int Attempts = 50;
        for (var i = 0; ; i++)
        {
            var left = list().Where(one => !_known.Contains(one)).ToList();
            if (left.Count == 0) return false;
            if (i == Attempts)
            {
                _known.UnionWith(left);
                return true;
            }
            Thread.Sleep(1);
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
    private IEnumerable<string> Threads() => Directory.EnumerateDirectories("/proc/self/task").Where(task => !_own.Contains(task) && IsOfBlock(task));

    private bool IsOfBlock(string task)
    {
        if (Read(Path.Combine(task, "comm")) is not { } name) return false;
        if (!name.StartsWith(".NET", StringComparison.Ordinal)) return true;
        // A thread is called as its starter for a moment.
        if (!_asked.Add(task)) _ = _own.Add(task);
        return false;
    }

    // "pid (name) state parent group ...": the name may hold anything.
    private static IEnumerable<string> Processes() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where char.IsAsciiDigit(Path.GetFileName(folder)[0])
        let status = Read(Path.Combine(folder, "stat"))
        where status is not null
        let fields = status[(status.LastIndexOf(')') + 2)..].Split(' ')
        let own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        where fields[0] != "Z" && (fields[1] == own || fields[2] == own) && Path.GetFileName(folder) != own
        select folder;

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It ended while the list was read.
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "waitid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int WaitId(int kind, uint id, nint information, int options);
}
