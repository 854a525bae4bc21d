namespace Docsite;

/// <summary>How far a run is.</summary>
/// <param name="Pages">Pages verified so far.</param>
/// <param name="AllPages">Pages to verify.</param>
public readonly record struct SiteProgress(int Pages, int AllPages);
