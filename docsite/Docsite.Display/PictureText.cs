using System.Text;

namespace Docsite.Display;

internal static class PictureText
{
    public static string Of(Picture picture)
    {
        var text = new StringBuilder(picture.Title).Append('\n');
        for (var i = 0; i < picture.Steps.Count; i++)
        {
            var step = picture.Steps[i];
            text.Append('\n').Append(i + 1).Append(". ").Append(step.Title);
            if (step.Caption.Length > 0) text.Append(" - ").Append(step.Caption);
            text.Append('\n');
            foreach (var line in step.Text.Split('\n'))
            {
                text.Append(line.Length == 0 ? "" : "   ").Append(line).Append('\n');
            }
        }
        return text.ToString();
    }
}
