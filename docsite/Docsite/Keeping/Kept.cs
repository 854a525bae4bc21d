using System.Collections.Concurrent;

namespace Docsite.Keeping;

/// <summary>Results by what they were made from. A build takes what the last one had, and makes the rest; what it does not ask for is forgotten.</summary>
/// <typeparam name="TKey">All that a result is made from.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
internal sealed class Kept<TKey, TResult>
    where TKey : notnull
    where TResult : class
{
    private ConcurrentDictionary<TKey, TResult> _last = new();
    private ConcurrentDictionary<TKey, TResult> _now = new();

    /// <summary>The result, made where none is kept.</summary>
    internal TResult Of(TKey key, Func<TResult> make) => Find(key) ?? Keep(key, make());

    /// <summary>What was kept, if it still holds; it is kept on then.</summary>
    internal TResult? Find(TKey key, Predicate<TResult>? holds = null)
    {
        if (_now.TryGetValue(key, out var made)) return made;
        return _last.TryGetValue(key, out var kept) && holds?.Invoke(kept) != false ? Keep(key, kept) : null;
    }

    /// <summary>Keeps a result for the next build.</summary>
    internal TResult Keep(TKey key, TResult result) => _now.GetOrAdd(key, result);

    /// <summary>Ends a build.</summary>
    internal void Turn() => (_last, _now) = (_now, new ConcurrentDictionary<TKey, TResult>());
}
