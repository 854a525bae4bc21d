namespace Docsite.Display;

/// <summary>A picture in one or more steps, each complete in itself.</summary>
/// <param name="Title">What the picture shows, in a few words.</param>
/// <param name="Steps">The steps in order; at least one.</param>
public sealed record Picture(string Title, IReadOnlyList<PictureStep> Steps)
{
    /// <summary>The reviewed text form: what a <c>figure</c> fence on the page states, lines ended by <c>\n</c>.</summary>
    public string Text => PictureText.Of(this);
}
