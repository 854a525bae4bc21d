using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>A row of a comparison: the same line on both sides, or one side only.</summary>
internal readonly record struct ComparedLine(string? Before, string? After)
{
    public bool IsSame => Before is not null && After is not null;
}

/// <summary>Finds the longest common subsequence of two texts, line by line.</summary>
internal static class ComparedLines
{
    public static ImmutableArray<ComparedLine> Of(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var common = Enumerable.Range(0, before.Length + 1).Select(_ => new int[after.Length + 1]).ToArray();
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        var rows = ImmutableArray.CreateBuilder<ComparedLine>();
        for (int i = 0, j = 0; i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j]) rows.Add(new(before[i++], after[j++]));
            else if (j == after.Length || (i < before.Length && common[i + 1][j] >= common[i][j + 1])) rows.Add(new(before[i++], null));
            else rows.Add(new(null, after[j++]));
        }

        return rows.ToImmutable();
    }

    /// <summary>For two columns: what was taken out stands beside what was put in.</summary>
    public static IEnumerable<(string? Before, string? After, bool IsSame)> Paired(ImmutableArray<ComparedLine> rows)
    {
        for (var i = 0; i < rows.Length;)
        {
            if (rows[i].IsSame)
            {
                yield return (rows[i].Before, rows[i].After, true);
                i++;
                continue;
            }

            var changed = rows.Skip(i).TakeWhile(row => !row.IsSame).ToList();
            var (removed, added) = (changed.Select(row => row.Before).OfType<string>().ToList(), changed.Select(row => row.After).OfType<string>().ToList());
            for (var at = 0; at < Math.Max(removed.Count, added.Count); at++) yield return (removed.ElementAtOrDefault(at), added.ElementAtOrDefault(at), false);
            i += changed.Count;
        }
    }
}
