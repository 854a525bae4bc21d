using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace LinuxMm.Figures;

/// <summary>The panels in words.</summary>
internal static class MultiplesWords
{
    public static string Ending(HazardKind? kind) => kind switch
    {
        null => "nothing goes wrong",
        HazardKind.DmaIntoFreedFrame => "DMA into a freed frame",
        HazardKind.DmaIntoForeignFrame => "DMA into somebody else's frame",
        HazardKind.DmaIntoTruncatedPage => "DMA into a page that was cut off",
        HazardKind.DmaAfterRelease => "DMA after the release",
        HazardKind.DmaThroughReadOnlyMapping => "DMA through a read-only mapping",
        HazardKind.GarbageSlot => "a slot that was never written",
        HazardKind.DirtiedForeignPage => "somebody else's page marked dirty",
        HazardKind.WriteByStaleTranslation => "a write by a stale translation",
        HazardKind.KernelBug => "the kernel stops with a BUG",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Count(SchedulePanel panel) => string.Create(CultureInfo.InvariantCulture, $"{panel.Schedules:N0} of {panel.Total:N0}");

    public static string LeftOut(SchedulePanel panel) => string.Create(CultureInfo.InvariantCulture, $"… {panel.LeftOut} more steps");

    public static string Caption(Exploration exploration) => exploration.States == 0
        ? "Each was run from its beginning to its end."
        : string.Create(CultureInfo.InvariantCulture, $"They pass through {exploration.States:N0} {(exploration.States == 1 ? "state" : "states")}, all reached in {exploration.Explored:N0} {(exploration.Explored == 1 ? "run" : "runs")}.");

    public static string Text(ImmutableArray<SchedulePanel> panels) => string.Join('\n', panels.SelectMany(panel => Steps(panel).Select(step => $"     {step}").Prepend($"{(panel.IsWrong ? "✗" : "✓")} {Count(panel)}: {panel.Ending}")));

    public static string Description(ImmutableArray<SchedulePanel> panels) =>
        string.Join(' ', panels.Select(panel => $"{Count(panel)}: {panel.Ending}; {(panel.IsWrong ? "the shortest" : "for example")}: {string.Join(", then ", Steps(panel))}."));

    public static string Cards(ImmutableArray<SchedulePanel> panels) => new XElement(
        "ul",
        new XAttribute("class", "mm-cards"),
        panels.Select(panel => new XElement(
            "li",
            new XAttribute("class", panel.IsWrong ? "mm-card broken" : "mm-card"),
            new XElement("p", panel.IsWrong ? "✗ " : "✓ ", new XElement("b", Count(panel)), $" {panel.Ending}"),
            Steps(panel).Any() ? new XElement("ul", Steps(panel).Select(step => new XElement("li", step))) : null))).ToString(SaveOptions.DisableFormatting);

    private static IEnumerable<string> Steps(SchedulePanel panel) =>
        [.. panel.Steps.Select(step => $"{step.Actor}: {step.Name}"), .. panel.LeftOut == 0 ? Array.Empty<string>() : [LeftOut(panel)]];
}
