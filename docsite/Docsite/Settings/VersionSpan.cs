namespace Docsite.Settings;

/// <summary>Versions from a first to a last one.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last; nothing where none is known.</param>
public sealed record VersionSpan(Version First, Version? Last)
{
    /// <summary>Reads <c>5.8-5.11</c>, <c>6.1</c> or <c>6.5-</c>, with or without a <c>v</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">What it says.</param>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out VersionSpan? span)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        span = (parts.Length, Read(parts[0]), Read(parts[^1])) switch
        {
            (1, { } only, _) => new VersionSpan(only, only),
            (2, { } first, { } last) when first <= last => new VersionSpan(first, last),
            (2, { } first, null) when parts[1].Length == 0 => new VersionSpan(first, null),
            _ => null,
        };
        return span is not null;
    }

    /// <summary>Whether the two have a version in common; nothing stands for no bound.</summary>
    internal bool Meets(Version? since, Version? until) => (until is null || First <= until) && (since is null || Last is null || since <= Last);

    /// <summary>A version with at least two numbers; nothing for other texts.</summary>
    internal static Version? Read(string text)
    {
        var number = text.TrimStart('v');
        return Version.TryParse(number.Contains('.', StringComparison.Ordinal) ? number : number + ".0", out var version) ? version : null;
    }
}
