using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>The schedules that end in one way.</summary>
/// <param name="Ending">How, in a few words.</param>
/// <param name="IsWrong">Whether that is a hazard.</param>
/// <param name="Schedules">How many.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Steps">The shortest of them.</param>
/// <param name="LeftOut">How many steps of it are not drawn.</param>
internal sealed record SchedulePanel(string Ending, bool IsWrong, long Schedules, long Total, ImmutableArray<(int Column, string Actor, string Name)> Steps, int LeftOut)
{
    private const int MostSteps = 12;

    public static ImmutableArray<SchedulePanel> Of(Exploration exploration)
    {
        var names = new ShownNames();
        var actors = exploration.Classes.SelectMany(outcome => outcome.Example).Select(step => step.Actor).Distinct().ToList();
        return
        [
            .. exploration.Classes.Select(outcome => new SchedulePanel(
                MultiplesWords.Ending(outcome.Kind),
                outcome.Kind is not null,
                outcome.Schedules,
                exploration.Schedules,
                [.. outcome.Example.Take(MostSteps).Select(step => (actors.IndexOf(step.Actor), names.Of(step.Actor), CleanText.Name(step.Name)))],
                Math.Max(0, outcome.Example.Count - MostSteps))),
        ];
    }
}
