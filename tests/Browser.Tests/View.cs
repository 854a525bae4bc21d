namespace Browser.Tests;

/// <summary>How a reader looks at a page.</summary>
/// <param name="Dark">The system's colour scheme.</param>
/// <param name="Width">The window's width in css pixels.</param>
/// <param name="JavaScript">Whether scripts run.</param>
public sealed record View(bool Dark = false, int Width = 1280, bool JavaScript = true)
{
    /// <summary>The web address the site stands at, ended by a slash; nothing for <c>file://</c>.</summary>
    public string? Base { get; init; }
}
