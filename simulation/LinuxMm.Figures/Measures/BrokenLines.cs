namespace LinuxMm.Figures;

/// <summary>Breaks sentences into lines that fit.</summary>
internal static class BrokenLines
{
    /// <summary>The lines of a sentence; a word that is wider than the room is shortened.</summary>
    public static IEnumerable<string> Of(string sentence, int room, int fontSize)
    {
        var line = "";
        foreach (var word in sentence.Split(' '))
        {
            if (line.Length > 0 && TextMetrics.Width($"{line} {word}", fontSize) > room)
            {
                yield return line;
                line = "";
            }

            line = TextMetrics.Fit(line.Length == 0 ? word : $"{line} {word}", room, fontSize);
        }

        yield return line;
    }
}
