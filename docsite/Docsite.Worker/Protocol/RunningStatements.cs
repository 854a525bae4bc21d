using System.Collections.Immutable;

namespace Docsite.Protocol;

/// <summary>
/// The statements that are running inside a top-level one, each inside the one before it: a loop, what runs in its body, what runs in the function that is
/// called there. Of each it is kept whether it is one that the statement around it repeats: whether, in the second half of the block's time, it began
/// after itself or after one behind it.
/// </summary>
/// <remarks>Loops note each of their turns here: plain memory, since any other way in takes longer than most turns.</remarks>
/// <param name="memory">Where they are kept, for both processes; as much as <see cref="Bytes"/> says.</param>
internal sealed unsafe class RunningStatements(nint memory)
{
    /// <summary>How much memory they take.</summary>
    internal const int Bytes = EntriesAt + ((Most + 1) * sizeof(long));

    /// <summary>Where in it stands, as an <see cref="int"/>, whether half of the block's time is over: 1 where it is.</summary>
    internal const int IsLateAt = sizeof(int);

    // Of a deeper recursion, the outermost calls are kept.
    private const int Most = 4096;

    private const int EntriesAt = 2 * sizeof(int);

    // An entry is the statement's number, counted from 1, and two bits.
    private const long Nothing = 0;
    private const long IsLate = 1;
    private const long IsRepeated = 2;
    private const int Flags = 2;

    private readonly int* _count = (int*)memory;
    private readonly int* _isLate = (int*)(memory + IsLateAt);
    private readonly long* _entries = (long*)(memory + EntriesAt);

    /// <summary>How many are running.</summary>
    internal int Count
    {
        get => *_count;
        set => *_count = value;
    }

    /// <summary>A top-level statement begins.</summary>
    internal void BeginTop()
    {
        _entries[0] = Nothing;
        *_count = 0;
    }

    /// <summary>A statement begins, and whatever ran at its depth and below has ended.</summary>
    /// <param name="statement">Its number in the session.</param>
    /// <param name="depth">How many run around it.</param>
    internal void Begin(int statement, int depth)
    {
        if (depth < Most)
        {
            var entry = ((statement + 1L) << Flags) | (uint)*_isLate;
            _entries[depth] = entry | Repeated(_entries[depth], entry);
            _entries[depth + 1] = Nothing;
        }
        *_count = depth + 1;
    }

    /// <summary>A block begins.</summary>
    internal void Reset()
    {
        *_isLate = 0;
        BeginTop();
    }

    /// <returns>The numbers of all that run, the outermost first.</returns>
    internal ImmutableArray<int> All() => [.. Entries().ToArray().Select(Statement)];

    /// <returns>The numbers of those that run, the outermost first, up to the one that repeats what is inside it.</returns>
    internal ImmutableArray<int> Lasting() => [.. Entries().ToArray().TakeWhile(entry => (entry & IsRepeated) == 0).Select(Statement)];

    private static long Repeated(long before, long entry) =>
        (before & entry & IsLate) == 0 ? before & IsRepeated : (before & IsRepeated) | (entry >> Flags <= before >> Flags ? IsRepeated : 0);

    private ReadOnlySpan<long> Entries() => new(_entries, Math.Clamp(*_count, 0, Most));

    private static int Statement(long entry) => (int)((entry >> Flags) - 1);
}
