using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>A part of the picture with its difference to the step before.</summary>
/// <param name="Now">What it says; for a vanished one, what it said last.</param>
/// <param name="Was">What it said in the step before, where that differs.</param>
/// <param name="Change">How it differs.</param>
internal sealed record Marked<T>(T Now, T? Was, Change Change)
    where T : class
{
    public bool IsMarked => Change != Change.None;

    public bool IsGhost => Change == Change.Vanished;

    /// <summary>The value before where it changed to another one, otherwise nothing.</summary>
    public string? Before(Func<T, string> fact) =>
        Change == Change.Changed && fact(Was!) is var before && before != fact(Now) ? before : null;
}

/// <summary>Compares the parts of two steps.</summary>
internal static class Marked
{
    /// <summary>All parts of the present step and those that just vanished, in the order of their keys.</summary>
    /// <param name="keys">The keys of all steps, in order.</param>
    /// <param name="before">The parts of the step before, or nothing for the first step.</param>
    /// <param name="now">The parts of this step.</param>
    /// <param name="key">What makes a part the same part in another step.</param>
    public static ImmutableArray<Marked<T>> Between<T, TKey>(IEnumerable<TKey> keys, ImmutableArray<T>? before, ImmutableArray<T> now, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var present = now.ToDictionary(key);
        var past = before?.ToDictionary(key);
        return [.. keys.Select(k => One(past is not null, past?.GetValueOrDefault(k), present.GetValueOrDefault(k))).OfType<Marked<T>>()];
    }

    private static Marked<T>? One<T>(bool hasBefore, T? was, T? now)
        where T : class => (was, now) switch
        {
            (null, null) => null,
            (_, null) => new(was, was, Change.Vanished),
            (null, _) => new(now, null, hasBefore ? Change.Appeared : Change.None),
            _ when was.Equals(now) => new(now, null, Change.None),
            _ => new(now, was, Change.Changed),
        };
}
