namespace Docsite.Settings;

/// <summary>How much a page may weigh, compressed as a server sends it, in bytes.</summary>
public sealed record PageLimits
{
    /// <summary>The HTML of a page.</summary>
    public long Html { get; init; } = 30 << 10;

    /// <summary>A page with all that a browser asks for before anything is used.</summary>
    public long FirstVisit { get; init; } = 40 << 10;

    /// <summary>A page with all that a browser asks for when it has seen another one: without what the theme has on every page.</summary>
    public long FurtherVisit { get; init; } = 15 << 10;

    /// <summary>The style sheets that a page asks for, together.</summary>
    public long Styles { get; init; } = 12 << 10;

    /// <summary>The theme's scripts, all together; what is loaded only when it is used counts too.</summary>
    public long Scripts { get; init; } = 15 << 10;

    /// <summary>How many files a first visit may ask for, the page among them.</summary>
    public int Requests { get; init; } = 6;
}
