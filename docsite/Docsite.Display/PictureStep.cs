namespace Docsite.Display;

/// <summary>One state of a picture, drawn in the three forms that a page needs.</summary>
/// <param name="Title">What happened to reach this state, e.g. <c>munmap(buffer)</c>.</param>
/// <param name="Caption">One or two sentences about it; empty when the picture says it all.</param>
/// <param name="Text">The state as lines of text, joined by <c>\n</c>, without a line end at the end.</param>
/// <param name="Svg">
/// One <c>svg</c> element with title and description; colours are the theme's css variables. A picture that is a table is one
/// <c>section</c> with a labelled <c>table</c> in place of it.
/// </param>
/// <param name="Cards">The same state as an HTML fragment for narrow screens and screen readers.</param>
public sealed record PictureStep(string Title, string Caption, string Text, string Svg, string Cards)
{
    /// <summary>The sentence about what went wrong in this state, or nothing.</summary>
    public string? Violation { get; init; }

    /// <summary>Where in the source the step was taken, or nothing.</summary>
    public StepLines? Lines { get; init; }
}
