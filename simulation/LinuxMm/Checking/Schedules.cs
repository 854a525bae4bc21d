namespace LinuxMm;

/// <summary>The orders of what several actors have to do, as sequences of actor numbers.</summary>
internal static class Schedules
{
    /// <summary>How many orders there are.</summary>
    /// <exception cref="OverflowException">More than a long can count.</exception>
    public static long Count(IReadOnlyList<int> lengths)
    {
        long result = 1;
        var placed = 0;
        foreach (var count in lengths)
        {
            for (var i = 1; i <= count; i++)
            {
                // Each product is a binomial coefficient times what went before, so the division is exact.
                placed++;
                result = checked(result * placed) / i;
            }
        }

        return result;
    }

    /// <summary>The first order: each actor does everything before the next one begins.</summary>
    public static int[] First(IReadOnlyList<int> lengths) => [.. lengths.SelectMany((count, actor) => Enumerable.Repeat(actor, count))];

    /// <summary>The next order that begins in the same way; the place where it differs from the last one, or -1 after the last.</summary>
    public static int Advance(int[] schedule, int sameBeginning)
    {
        var pivot = schedule.Length - 2;
        while (pivot >= sameBeginning && schedule[pivot] >= schedule[pivot + 1])
        {
            pivot--;
        }

        if (pivot < sameBeginning)
        {
            return -1;
        }

        var successor = Array.FindLastIndex(schedule, actor => actor > schedule[pivot]);
        (schedule[pivot], schedule[successor]) = (schedule[successor], schedule[pivot]);
        Array.Reverse(schedule, pivot + 1, schedule.Length - pivot - 1);
        return pivot;
    }

    /// <summary>All beginnings of a length, each completed to its first order.</summary>
    public static List<int[]> Beginnings(IReadOnlyList<int> lengths, int length)
    {
        var result = new List<int[]>();
        Extend([], [.. lengths]);
        return result;

        void Extend(List<int> beginning, int[] left)
        {
            if (beginning.Count == length)
            {
                result.Add([.. beginning, .. First(left)]);
                return;
            }

            for (var actor = 0; actor < left.Length; actor++)
            {
                if (left[actor] > 0)
                {
                    left[actor]--;
                    Extend([.. beginning, actor], left);
                    left[actor]++;
                }
            }
        }
    }
}
