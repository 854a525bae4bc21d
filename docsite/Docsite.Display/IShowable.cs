namespace Docsite.Display;

/// <summary>A value that a page can show as a picture.</summary>
public interface IShowable
{
    /// <summary>Draws the value.</summary>
    /// <param name="id">
    /// The figure's id on its page: letters, digits and hyphens. Every id inside <see cref="PictureStep.Svg"/> and
    /// <see cref="PictureStep.Cards"/> starts with it, so that two figures of a page never share one.
    /// </param>
    /// <returns>The picture; the same value gives the same picture, byte for byte.</returns>
    Picture Draw(string id);
}
