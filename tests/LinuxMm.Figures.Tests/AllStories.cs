using Docsite.Display;

namespace LinuxMm.Figures.Tests;

/// <summary>All stories by name, so that a law holds for each of them.</summary>
internal static class AllStories
{
    private static readonly Dictionary<string, Func<string, Picture>> ByName = new(StringComparer.Ordinal)
    {
        ["dma-after-free"] = id => MemoryPicture.Draw(id, Stories.DmaAfterFreeTitle, Stories.DmaAfterFree),
        ["all-promises"] = id => MemoryPicture.Draw(id, "Every promise", StoriesOfPromises.AllPromises),
        ["many-pages"] = id => MemoryPicture.Draw(id, "Forty pages", StoriesOfPromises.ManyPages),
        ["hard-names"] = id => MemoryPicture.Draw(id, "Names <nobody> & \"everybody\"", StoriesOfPromises.HardNames),
        ["nothing-at-all"] = id => MemoryPicture.Draw(id, "An empty machine", [new("boot", "", new())]),
        ["flags-pages-without-reference"] = StoriesOfFlags.PagesWithoutReference().Draw,
        ["flags-all-states"] = StoriesOfFlags.AllStates().Draw,
        ["walk-to-a-frame"] = StoriesOfWalks.ToAFrame().Draw,
        ["sequence-free-after-follow-pfn"] = StoriesOfSchedules.FreeAfterFollowPfn().Draw,
        ["sequence-stale-translation"] = StoriesOfSchedules.StaleTranslation().Draw,
        ["sequence-migration"] = StoriesOfSchedules.Migration().Draw,
        ["sequence-fork"] = StoriesOfSchedules.Fork().Draw,
        ["sequence-of-nothing"] = StoriesOfSchedules.Nothing().Draw,
        ["sequence-of-many"] = StoriesOfSchedules.ManyActorsAndSteps().Draw,
        ["multiples-free-after-follow-pfn"] = new ScheduleMultiples("Free after follow_pfn()", KnownRaces.FreeAfterFollowPfn.Explore(KernelEras.B2)).Draw,
        ["multiples-of-several-endings"] = StoriesOfSchedules.SeveralEndings().Draw,
        ["multiples-of-nothing"] = StoriesOfSchedules.MultiplesOfNothing().Draw,
        ["dma-with-and-without-iommu"] = StoriesOfTables.WithAndWithoutIommu().Draw,
        ["dma-many-pieces"] = StoriesOfTables.ManyPieces().Draw,
        ["count-pin-and-unpin"] = StoriesOfTables.PinAndUnpin().Draw,
        ["count-many-changes"] = StoriesOfTables.ManyChanges().Draw,
        ["count-of-nothing"] = new RefCountBars("A frame that nobody touches", new Machine(KernelEras.C3).Trace, new Pfn(7)).Draw,
        ["time-line-of-frame-vectors"] = new CodeTimeline("From follow_pfn() to the lock", FrameVectorHistory.All).Draw,
        ["time-line-of-nothing"] = new CodeTimeline("Nothing yet", []).Draw,
        ["machine-dma-after-free"] = StoriesOfMachines.DmaAfterFree().Draw,
        ["machine-pinned-pages"] = StoriesOfMachines.PinnedPages().Draw,
    };

    public static TheoryData<string> Names => [.. ByName.Keys];

    public static Picture Draw(string name, string id = "figure") => ByName[name](id);
}
