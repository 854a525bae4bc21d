using System.Runtime.CompilerServices;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>A scatter list and what the device sees of it, step by step: frames, pieces, and the addresses on the bus.</summary>
/// <remarks>A piece of more than four frames shows its first and its last two; more than eight pieces, the first seven and how many are left.</remarks>
/// <param name="title">What the story shows, in a few words.</param>
/// <param name="line">Filled by the compiler: the line of the call.</param>
public sealed class DmaViewStory(string title, [CallerLineNumber] int line = 0) : IShowable
{
    private readonly string _title = CleanText.Title(title);
    private readonly List<DmaViewFacts> _steps = [];
    private readonly ToldLines _lines = new(line);

    /// <summary>Takes a table as it is now as the next step.</summary>
    /// <param name="title">What it is, such as <c>without an IOMMU</c>.</param>
    /// <param name="table">The scatter list, mapped for a device or not.</param>
    /// <param name="caption">One or two sentences about it; empty when the picture says it all.</param>
    /// <param name="line">Filled by the compiler: the line of the call.</param>
    /// <returns>The story itself.</returns>
    public DmaViewStory Step(string title, SgTable table, string caption = "", [CallerLineNumber] int line = 0)
    {
        _steps.Add(DmaViewFacts.Of(CleanText.Title(title), CleanText.Of(caption), table));
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
        var height = _steps.Max(DmaViewLayout.Height);
        return _lines.On(new Picture(_title, [.. _steps.Select((step, i) =>
        {
            var root = new SvgRoot($"{id}-s{i + 1}", $"{_title}, step {i + 1} of {_steps.Count}: {step.Title}", DmaViewWords.Description(step), Metrics.Width, height);
            return new PictureStep(step.Title, step.Caption, DmaViewWords.Text(step), root.Draw(DmaViewSvg.Draw(step)), DmaViewWords.Cards(step));
        })]));
    }
}
