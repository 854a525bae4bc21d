using System.Runtime.CompilerServices;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>The two flags of a frame vector, told step by step: the four combinations, and the way that the calls take through them.</summary>
/// <param name="title">What the story shows, in a few words.</param>
/// <param name="vector">The frame vector that it is about.</param>
/// <param name="line">Filled by the compiler: the line of the call.</param>
public sealed class FlagStory(string title, FrameVector vector, [CallerLineNumber] int line = 0) : IShowable
{
    private readonly string _title = CleanText.Title(title);
    private readonly List<FlagStep> _steps = [];
    private readonly ToldLines _lines = new(line);

    /// <summary>Takes the vector's present flags as the next step.</summary>
    /// <param name="title">Which call led to them, such as <c>frame_vector_to_pages()</c>.</param>
    /// <param name="caption">One or two sentences about it; empty when the picture says it all.</param>
    /// <param name="line">Filled by the compiler: the line of the call.</param>
    /// <returns>The story itself.</returns>
    public FlagStory Step(string title, string caption = "", [CallerLineNumber] int line = 0)
    {
        _steps.Add(new(CleanText.Title(title), CleanText.Of(caption), new(vector.State, vector.FrameCount, vector.GotRef, vector.IsPfns)));
        _lines.Add(line);
        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    /// <exception cref="InvalidOperationException">The story has no step yet.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        if (_steps.Count == 0) throw new InvalidOperationException($"The story \"{_title}\" has no step yet: call Step first.");
        return _lines.On(FlagPicture.Draw(id, _title, [.. _steps]));
    }
}
