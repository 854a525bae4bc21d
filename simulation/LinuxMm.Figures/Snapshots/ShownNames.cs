namespace LinuxMm.Figures;

/// <summary>The names of a machine as they are drawn: fit to be drawn, never empty, and still different from one another.</summary>
internal sealed class ShownNames
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The same name each time it is asked for.</summary>
    /// <param name="name">A name of the machine.</param>
    public string Of(string name)
    {
        if (_shown.TryGetValue(name, out var known)) return known;
        var clean = CleanText.Name(name);
        var shown = clean;
        for (var number = 2; !_taken.Add(shown); number++) shown = $"{clean} ({number})";
        return _shown[name] = shown;
    }
}
