namespace Docsite.Settings;

/// <summary>How much a page may weigh, compressed as a server sends it, in bytes.</summary>
public sealed record PageLimits
{
    /// <summary>The HTML of a page.</summary>
    public long Html { get; init; } = 30 << 10;

    /// <summary>A page with all that a browser asks for before anything is used.</summary>
    public long FirstVisit { get; init; } = 40 << 10;

    /// <summary>How many files that is.</summary>
    public int Requests { get; init; } = 6;
}
