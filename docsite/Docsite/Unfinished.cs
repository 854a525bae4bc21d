using System.Collections.Concurrent;

namespace Docsite;

/// <summary>
/// Something that must be cleared away when the process ends before whoever made it could: what is asked to stop does so at once,
/// also where it computes and does not look up.
/// </summary>
internal sealed class Unfinished : IDisposable
{
    private static readonly ConcurrentDictionary<Unfinished, Action> All = new();

    static Unfinished() => AppDomain.CurrentDomain.ProcessExit += (_, _) => ClearAll();

    private Unfinished()
    {
    }

    /// <summary>Remembers how something is cleared away, until this is disposed.</summary>
    internal static Unfinished Until(Action clear)
    {
        var unfinished = new Unfinished();
        All[unfinished] = clear;
        return unfinished;
    }

    /// <inheritdoc/>
    public void Dispose() => _ = All.TryRemove(this, out _);

    /// <summary>Clears all of it away.</summary>
    internal static void ClearAll()
    {
        foreach (var unfinished in All.Keys)
        {
            if (!All.TryRemove(unfinished, out var clear)) continue;
            try
            {
                clear();
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException or InvalidOperationException)
            {
                // It is held by another process; the next run clears it away, or the system does.
            }
        }
    }
}
