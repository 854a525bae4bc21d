namespace Docsite.Diagnostics;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class NearestWord
{
    /// <summary>The nearest of the candidates by edits, letter case apart.</summary>
    /// <returns>Nothing when no candidate shares more than half of its letters with <paramref name="word"/>.</returns>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var edits = Edits(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits >= least || edits * 2 > Math.Max(word.Length, candidate.Length)) continue;
            (nearest, least) = (candidate, edits);
        }
        return nearest;
    }

    // Optimal string alignment: insert, delete, replace, and swap of neighbours each count one.
    private static int Edits(string a, string b)
    {
        var beforePrevious = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            (beforePrevious, previous) = (previous, current);
        }
        return previous[b.Length];
    }
}
