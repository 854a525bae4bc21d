namespace Docsite.Pages;

/// <summary>Two edits replace the same text, so that one would undo the other.</summary>
/// <param name="first">The one that stands first.</param>
/// <param name="second">The other.</param>
public sealed class PageEditConflictException(PageEdit first, PageEdit second)
    : Exception($"Two edits at {first.Location} and {second.Location} replace the same text.")
{
    /// <summary>The one that stands first.</summary>
    public PageEdit First { get; } = first;

    /// <summary>The other.</summary>
    public PageEdit Second { get; } = second;
}
