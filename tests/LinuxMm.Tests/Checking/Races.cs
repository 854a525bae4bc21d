using System.Text;
using TestSupport;

namespace LinuxMm.Tests.Checking;

/// <summary>The bug class of the thread: found by trying all schedules, in the eras where it exists and not in the others.</summary>
public sealed class Races
{
    private static readonly string[] Every = [.. KernelEras.All.Select(era => era.Name)];
    private static readonly string[] HandingOutNumbers = ["A0", "A", "B1", "B2", "L-literal", "R-lax"];
    private static readonly string[] HandingOutDeviceMemory = [.. HandingOutNumbers, "L-strict"];

    /// <summary>From the facts about each era, not from what the model does.</summary>
    private static readonly IReadOnlyDictionary<string, (HazardKind Kind, string[] Eras)> Expected = new Dictionary<string, (HazardKind, string[])>
    {
        ["free after follow_pfn"] = (HazardKind.DmaIntoFreedFrame, HandingOutNumbers),
        ["move of device memory"] = (HazardKind.DmaIntoFreedFrame, HandingOutDeviceMemory),
        ["truncation of shared memory"] = (HazardKind.DmaIntoTruncatedPage, Every),
        ["truncation of a file"] = (HazardKind.DmaIntoTruncatedPage, [.. Every.Except(["C3"])]),
        ["fork and write"] = (HazardKind.DmaIntoForeignFrame, ["A0"]),
        ["migration of a copied page"] = (HazardKind.DmaIntoFreedFrame, ["A0", "A"]),
        ["migration of a pinned page"] = (HazardKind.DmaIntoFreedFrame, []),
        ["write to a read-only mapping"] = (HazardKind.DmaThroughReadOnlyMapping, HandingOutDeviceMemory),
        ["garbage slot"] = (HazardKind.GarbageSlot, ["A", "B1", "L-literal", "L-strict", "R-lax", "R-strict"]),
        ["release before the end of DMA"] = (HazardKind.DmaAfterRelease, Every),
        ["stale translation"] = (HazardKind.WriteByStaleTranslation, ["A0", "A", "B1", "L-literal", "L-strict", "R-lax", "R-strict"]),
        ["number kept after the lock"] = (HazardKind.DmaIntoFreedFrame, Every),
        ["number kept with a notifier"] = (HazardKind.DmaIntoFreedFrame, []),
    };

    public static TheoryData<string> RaceNames() => [.. KnownRaces.All.Select(race => race.Name)];

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var race in KnownRaces.All)
        {
            foreach (var era in KernelEras.All)
            {
                cells.Add(race.Name, era.Name);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void ExistsWhereTheFactsSay(string race, string era)
    {
        var exploration = KnownRaces.All.First(known => known.Name == race).Explore(Era(era));
        var (kind, eras) = Expected[race];
        Assert.Equal(eras.Contains(era) ? kind : null, exploration.Witness?.Hazard.Kind);
        Assert.Equal(exploration.Schedules, exploration.Classes.Sum(outcome => outcome.Schedules));
    }

    /// <summary>What is left goes wrong in the same way, and without any one of its steps it does not.</summary>
    [Theory]
    [MemberData(nameof(RaceNames))]
    public void ShrunkScenariosStillGoWrong(string race)
    {
        var scenario = KnownRaces.All.First(known => known.Name == race).Scenario;
        var shrunk = InterleavingExplorer.Shrink(scenario, KernelEras.A);
        var whole = InterleavingExplorer.Explore(scenario, KernelEras.A);
        Assert.Equal(whole.IsSafe, shrunk is null);
        if (shrunk is not null)
        {
            var again = InterleavingExplorer.Explore(shrunk, KernelEras.A);
            Assert.Equal(whole.Witness!.Hazard.Kind, again.Witness!.Hazard.Kind);
            Assert.True(again.Schedules <= whole.Schedules && again.Witness.Steps.Count <= whole.Witness.Steps.Count);
        }
    }

    [Fact]
    public void WitnessesAreAsApproved()
    {
        var text = new StringBuilder();
        foreach (var race in KnownRaces.All)
        {
            foreach (var group in KernelEras.All.GroupBy(era => race.Explore(era).ToString()))
            {
                text.AppendLine($"{race.Name}: {string.Join(" ", group)}").AppendLine($"  {group.Key.ReplaceLineEndings("\n  ")}");
            }
        }

        Golden.Verify(text.ToString(), "Races");
    }

    private static KernelEra Era(string name) => KernelEras.All.First(era => era.Name == name);
}
