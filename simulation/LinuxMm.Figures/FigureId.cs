namespace LinuxMm.Figures;

/// <summary>The rule for the ids of figures, from which all ids inside are made.</summary>
internal static class FigureId
{
    public static void Require(string id)
    {
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]) || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"\"{id}\" is no id for a figure: a letter, then letters, digits and hyphens.", nameof(id));
        }
    }
}
