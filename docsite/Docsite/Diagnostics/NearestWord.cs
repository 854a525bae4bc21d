namespace Docsite.Diagnostics;

/// <summary>Finds the word that a misspelt one was meant to be.</summary>
public static class NearestWord
{
    /// <summary>The candidate with the smallest edit distance, if it is near enough to be meant; the first of equals.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var (nearest, smallest) = ((string?)null, int.MaxValue);
        foreach (var candidate in candidates)
        {
            var distance = EditDistance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < smallest) (nearest, smallest) = (candidate, distance);
        }
        return nearest is not null && smallest <= Math.Max(1, Math.Min(word.Length, nearest.Length) / 2) ? nearest : null;
    }

    /// <summary>How many letters must be added, removed, replaced or swapped with their neighbour.</summary>
    public static int EditDistance(string a, string b)
    {
        var rows = new int[a.Length + 1][];
        for (var i = 0; i <= a.Length; i++) rows[i] = [i, .. Enumerable.Repeat(0, b.Length)];
        for (var j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i][j] = Math.Min(replaced, Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1);
                var isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (isSwap) rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
        return rows[a.Length][b.Length];
    }

    /// <summary>The end of a message about an unknown word: <c>; did you mean x?</c>, or nothing.</summary>
    public static string Question(string word, IEnumerable<string> candidates) =>
        Of(word, candidates) is { } nearest ? $"; did you mean {nearest}?" : "";
}
