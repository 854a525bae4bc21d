using System.Collections.Immutable;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>Draws a story about flags in three forms.</summary>
internal static class FlagPicture
{
    public static Picture Draw(string id, string title, ImmutableArray<FlagStep> steps) => new(title, [.. steps.Select((step, i) =>
    {
        var before = i == 0 ? null : steps[i - 1].Facts;
        var root = new SvgRoot($"{id}-s{i + 1}", $"{title}, step {i + 1} of {steps.Length}: {step.Title}", FlagWords.Sentence(step.Facts, before), FlagGrid.Width, FlagGrid.Height);
        return new PictureStep(step.Title, step.Caption, FlagWords.Line(step.Facts, before), root.Draw(FlagSvg.Draw(steps, i)), FlagCards.Of(step.Facts, before));
    })]);
}
