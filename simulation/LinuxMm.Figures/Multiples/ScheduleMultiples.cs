using System.Globalization;
using Docsite.Display;

namespace LinuxMm.Figures;

/// <summary>All schedules of a scenario as small multiples: one panel for each way in which they end, with its share and its shortest schedule.</summary>
/// <param name="title">What it shows, in a few words.</param>
/// <param name="exploration">All schedules.</param>
public sealed class ScheduleMultiples(string title, Exploration exploration) : IShowable
{
    private readonly string _title = CleanText.Title(title);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id has other characters than letters, digits and hyphens, or does not begin with a letter.</exception>
    public Picture Draw(string id)
    {
        FigureId.Require(id);
        var panels = SchedulePanel.Of(exploration);
        var layout = new MultiplesLayout(panels);
        var head = string.Create(CultureInfo.InvariantCulture, $"{exploration.Schedules:N0} {(exploration.Schedules == 1 ? "schedule" : "schedules")}");
        var root = new SvgRoot($"{id}-s1", $"{_title}: {head}", MultiplesWords.Description(panels), Metrics.Width, layout.Height);
        var step = new PictureStep(head, MultiplesWords.Caption(exploration), MultiplesWords.Text(panels), root.Draw(MultiplesSvg.Draw(panels, layout)), MultiplesWords.Cards(panels));
        return new Picture(_title, [step]);
    }
}
