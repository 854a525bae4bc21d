using System.ComponentModel;
using Docsite.Display;
using Docsite.Protocol;
using Docsite.Worker.Values;

namespace Docsite.Worker;

/// <summary>What instrumented blocks call; never written by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Probe
{
    private static readonly Dictionary<int, ValueReport?> Readings = [];
    private static readonly HashSet<int> Several = [];
    private static readonly Stack<object?> Owned = new();
    private static readonly Lock Gate = new();

    [ThreadStatic]
    private static bool _isFlow;

    /// <summary>Whether this thread runs the block's own statements, not what they started beside them.</summary>
    /// <remarks>Where they came past their context, as behind <c>ConfigureAwait(false)</c>, nobody notices that they leave the thread again: what it runs may be anything.</remarks>
    internal static bool IsFlow => _isFlow && SynchronizationContext.Current is BlockSynchronizationContext;

    internal static SessionHost Host { get; set; } = null!;

    internal static TypeNames Names { get; private set; } = new([]);

    /// <summary>The comment whose right side is being evaluated, or -1.</summary>
    internal static int EvaluatingExpected { get; set; } = -1;

    /// <summary>Notes which top-level statement runs now.</summary>
    /// <param name="statement">Its number in the block, from 0.</param>
    public static void At(int statement)
    {
        _isFlow = true;
        Host.Recorder.Statement = statement;
        Host.Recorder.Inner.BeginTop();
    }

    /// <summary>Notes which statement inside a top-level one begins.</summary>
    /// <param name="statement">Its number in the session.</param>
    /// <param name="depth">How many statements are around it, the top-level one left out.</param>
    public static void In(int statement, int depth)
    {
        _isFlow = true;
        Host.Recorder.Inner.Begin(statement, depth);
    }

    /// <summary>Notes that a statement itself goes on when its body has ended.</summary>
    /// <param name="depth">How many statements are around it, the top-level one left out; -1 for that one.</param>
    public static void On(int depth)
    {
        _isFlow = true;
        Host.Recorder.Inner.Count = depth + 1;
    }

    /// <summary>Begins a function; at its end, the statement that called it goes on.</summary>
    public static EnteredFunction Within() => new(IsFlow);

    /// <summary>Holds a value against its comment.</summary>
    public static StatedProbe<T> Value<T>(int id, T actual)
    {
        EvaluatingExpected = id;
        return new StatedProbe<T>(id, actual);
    }

    /// <summary>Holds the elements of a span against a comment.</summary>
    public static StatedProbe<T[]> Value<T>(int id, ReadOnlySpan<T> actual) => Value(id, actual.ToArray());

    /// <summary>Holds the elements of a span against a comment.</summary>
    public static StatedProbe<T[]> Value<T>(int id, Span<T> actual) => Value(id, actual.ToArray());

    /// <summary>Shows or reports the value of a last expression.</summary>
    public static void Trailing<T>(T value)
    {
        if (value is IShowable showable) Host.Show(showable);
        else Host.Send(new FromWorker.Trailing(ValueReports.Of(value, typeof(T), Names)));
    }

    /// <summary>Takes over a variable declared with <c>using</c>: later blocks use it, and the session's end disposes it.</summary>
    public static void Own(object? variable)
    {
        lock (Gate) Owned.Push(variable);
    }

    /// <summary>Ends the process as <see cref="Environment.Exit"/> does, and tells who did.</summary>
    public static void Exit(int exitCode)
    {
        Exits.Report();
        Environment.Exit(exitCode);
    }

    /// <summary>Ends the process as <see cref="Environment.FailFast(string)"/> does, and tells who did.</summary>
    public static void FailFast(string? message) => FailFast(message, null);

    /// <summary>Ends the process as <see cref="Environment.FailFast(string, Exception)"/> does, and tells who did.</summary>
    public static void FailFast(string? message, Exception? exception)
    {
        Exits.Report();
        Environment.FailFast(message, exception);
    }

    /// <summary>What this thread ran of the block's own statements is over, for now or at all.</summary>
    internal static void Leave() => _isFlow = false;

    /// <summary>Disposes what the session's blocks left to it, the last one first.</summary>
    internal static async Task DisposeOwnedAsync()
    {
        while (Owned.TryPop(out var variable))
        {
            if (variable is IAsyncDisposable later) await later.DisposeAsync();
            else (variable as IDisposable)?.Dispose();
        }
    }

    /// <summary>Forgets the session before.</summary>
    internal static void Forget()
    {
        Readings.Clear();
        Several.Clear();
        Owned.Clear();
    }

    internal static void Begin(string[] namespaces)
    {
        Names = new TypeNames(namespaces);
        EvaluatingExpected = -1;
    }

    /// <summary>Reports a comparison: the first one of each comment, and the first that came out otherwise than that.</summary>
    internal static void Report<T>(int id, bool isEqual, T actual)
    {
        EvaluatingExpected = -1;
        bool isNew;
        lock (Gate)
        {
            isNew = !Readings.ContainsKey(id);
            if (Several.Contains(id) || (isEqual && Readings.TryGetValue(id, out var before) && before is null)) return;
        }
        // Its ToString may wait for another thread, so no lock is held.
        var reading = isEqual ? null : Read(id, isNew, actual);
        lock (Gate)
        {
            if (!Readings.TryAdd(id, reading) && (Readings[id] == reading || !Several.Add(id))) return;
        }
        Host.Send(new FromWorker.Value(id, reading));
    }

    // Its ToString may never return, or take the process with it; which value that was is known then.
    private static ValueReport Read<T>(int id, bool isNew, T actual)
    {
        if (isNew) Host.Send(new FromWorker.Reading(id, ValueReports.TypeName(actual, typeof(T))));
        Host.Recorder.Reading = id;
        var report = ValueReports.Of(actual, typeof(T), Names);
        Host.Recorder.Reading = -1;
        return report;
    }
}
