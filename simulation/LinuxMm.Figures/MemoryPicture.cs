using System.Collections.Immutable;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>Draws a story of drawings as a picture in three forms.</summary>
internal static class MemoryPicture
{
    public static Picture Draw(string id, string title, IEnumerable<StoryStep> story)
    {
        var figure = MemoryFigure.Of(title, story);
        var texts = FigureText.Of(figure);
        var svg = new FigureSvg(figure, new FigureLayout(figure), id);
        return new Picture(title, [.. figure.Steps.Select((step, i) => Step(step, texts[i], svg))]);
    }

    private static PictureStep Step(StepView step, string text, FigureSvg svg)
    {
        ImmutableArray<string> sentences = [.. step.Violations.Select(violation => violation.Now.Sentence)];
        return new(step.Title, step.Caption, text, svg.Draw(step), FigureCards.Of(step)) { Violation = sentences.IsEmpty ? null : string.Join(' ', sentences) };
    }
}
