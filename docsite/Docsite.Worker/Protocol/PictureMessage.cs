using Docsite.Display;

namespace Docsite.Protocol;

/// <summary>A picture on its way from the worker to the tool.</summary>
internal static class PictureMessage
{
    internal static void Write(BinaryWriter writer, Picture picture)
    {
        writer.Write(picture.Title);
        writer.Write(picture.Steps.Count);
        foreach (var step in picture.Steps)
        {
            writer.WriteArray([step.Title, step.Caption, step.Text, step.Svg, step.Cards]);
            writer.WriteOptional(step.Violation, static (w, violation) => w.Write(violation));
            writer.WriteOptional(step.Lines, static (w, lines) =>
            {
                w.Write(lines.After);
                w.Write(lines.At);
            });
        }
    }

    internal static Picture Read(BinaryReader reader)
    {
        var title = reader.ReadString();
        var steps = new PictureStep[reader.ReadInt32()];
        for (var i = 0; i < steps.Length; i++)
        {
            var texts = reader.ReadArray();
            steps[i] = new PictureStep(texts[0], texts[1], texts[2], texts[3], texts[4])
            {
                Violation = reader.ReadOptional(static r => r.ReadString()),
                Lines = reader.ReadOptional(static r => new StepLines(r.ReadInt32(), r.ReadInt32())),
            };
        }
        return new Picture(title, steps);
    }
}
