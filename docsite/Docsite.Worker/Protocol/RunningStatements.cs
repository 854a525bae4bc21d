using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Docsite.Protocol;

/// <summary>
/// The statements that are running inside a top-level one, each inside the one before it: a loop, what runs in its body, what runs in the function that is
/// called there. Of each it is kept whether it is one that the statement around it repeats: whether, in the second half of the block's time, it began
/// after itself or after one behind it.
/// </summary>
/// <param name="memory">Where they are kept, for both processes; as much as <see cref="Bytes"/> says.</param>
internal sealed class RunningStatements(nint memory)
{
    /// <summary>How much memory they take.</summary>
    internal const int Bytes = EntriesAt + ((Most + 1) * sizeof(long));

    // Of a deeper recursion, the outermost calls are kept.
    private const int Most = 4096;

    private const int CountAt = 0;
    private const int IsLateAt = 4;
    private const int EntriesAt = 8;

    // An entry is the statement's number, counted from 1, and two bits.
    private const long Nothing = 0;
    private const long IsLate = 1;
    private const long IsRepeated = 2;
    private const int Flags = 2;

    /// <summary>How many are running.</summary>
    internal int Count
    {
        get => Marshal.ReadInt32(memory, CountAt);
        set => Marshal.WriteInt32(memory, CountAt, value);
    }

    /// <summary>A top-level statement begins.</summary>
    internal void BeginTop()
    {
        Write(0, Nothing);
        Count = 0;
    }

    /// <summary>A statement begins, and whatever ran at its depth and below has ended.</summary>
    /// <param name="statement">Its number in the session.</param>
    /// <param name="depth">How many run around it.</param>
    internal void Begin(int statement, int depth)
    {
        if (depth < Most)
        {
            var entry = ((statement + 1L) << Flags) | (long)Marshal.ReadInt32(memory, IsLateAt);
            Write(depth, entry | Repeated(Read(depth), entry));
            Write(depth + 1, Nothing);
        }
        Count = depth + 1;
    }

    /// <summary>A block begins.</summary>
    internal void Reset()
    {
        Marshal.WriteInt32(memory, IsLateAt, 0);
        BeginTop();
    }

    /// <summary>Half of the block's time is over.</summary>
    internal void BeginSecondHalf() => Marshal.WriteInt32(memory, IsLateAt, (int)IsLate);

    /// <returns>The numbers of all that run, the outermost first.</returns>
    internal ImmutableArray<int> All() => [.. Entries().Select(Statement)];

    /// <returns>The numbers of those that run, the outermost first, up to the one that repeats what is inside it.</returns>
    internal ImmutableArray<int> Lasting() => [.. Entries().TakeWhile(entry => (entry & IsRepeated) == 0).Select(Statement)];

    private static long Repeated(long before, long entry) =>
        (before & entry & IsLate) == 0 ? before & IsRepeated : (before & IsRepeated) | (entry >> Flags <= before >> Flags ? IsRepeated : 0);

    private IEnumerable<long> Entries() => Enumerable.Range(0, Math.Min(Count, Most)).Select(Read);

    private static int Statement(long entry) => (int)((entry >> Flags) - 1);

    private long Read(int depth) => Marshal.ReadInt64(memory, EntriesAt + (depth * sizeof(long)));

    private void Write(int depth, long entry) => Marshal.WriteInt64(memory, EntriesAt + (depth * sizeof(long)), entry);
}
