using System.Collections.Immutable;
using System.Xml.Linq;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>Draws a walk in three forms.</summary>
internal static class WalkPicture
{
    public static Picture Draw(string id, string title, ImmutableArray<WalkStep> steps)
    {
        ImmutableArray<ImmutableArray<WalkLine>> lines = [.. steps.Select(step => WalkWords.Lines(step.Facts))];
        var width = lines.Max(step => step.Max(line => line.Subject.Length));
        return new(title, [.. steps.Select((step, i) => Step($"{id}-s{i + 1}", $"{title}, step {i + 1} of {steps.Length}: {step.Title}", step, Marked(lines[i], i == 0 ? null : lines[i - 1]), width))]);
    }

    private static PictureStep Step(string prefix, string title, WalkStep step, ImmutableArray<(bool IsChanged, WalkLine Line)> lines, int width)
    {
        var root = new SvgRoot(prefix, title, WalkWords.Sentence(step.Facts), WalkStairs.Width, WalkStairs.Height);
        var svg = new WalkSvg(step.Facts, lines.Where(line => line.IsChanged).Select(line => line.Line.Subject).ToHashSet(), $"{prefix}-h");
        var text = string.Join('\n', lines.Select(line => $"{(line.IsChanged ? "◆ " : "  ")}{line.Line.Subject.PadRight(width)}  {line.Line.Fact}"));
        return new PictureStep(step.Title, step.Caption, text, root.Draw(svg.Draw()), Cards(lines, WalkWords.Letters(step.Facts)));
    }

    /// <summary>Marks what the step before did not say.</summary>
    private static ImmutableArray<(bool IsChanged, WalkLine Line)> Marked(ImmutableArray<WalkLine> now, ImmutableArray<WalkLine>? before) =>
        [.. now.Select(line => (before is { } lines && !lines.Contains(line), line))];

    private static string Cards(ImmutableArray<(bool IsChanged, WalkLine Line)> lines, string letters) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        lines.Select(line => new XElement(
            "li",
            new XAttribute("class", $"mm-card{(line.IsChanged ? " new" : "")}"),
            new XElement("p", line.IsChanged ? "◆ " : null, new XElement("b", line.Line.Subject), $" {line.Line.Fact}"))),
        letters.Length == 0 ? null : new XElement("li", new XAttribute("class", "mm-key"), letters)).ToString(SaveOptions.DisableFormatting);
}
