namespace LinuxMm.Tests.Laws;

/// <summary>A 2 MiB page, cut by every call that can cut it: the counters of 512 frames stay those of one page. Invariants are checked after every call.</summary>
public sealed class HugePageLaws
{
    private const int Frames = 512;
    private static readonly VirtualAddress Start = new(0x40000000);

    private static readonly IReadOnlyDictionary<string, Action<MemoryDescriptor, VmArea>> Cuts = new Dictionary<string, Action<MemoryDescriptor, VmArea>>
    {
        ["munmap"] = (app, _) => app.Munmap(Start.Page(3), 5),
        ["madvise"] = (app, _) => app.Madvise(Start.Page(100), 300, Advice.DontNeed),
        ["mprotect"] = (app, _) => app.Mprotect(Start.Page(7), 2, Protection.Read),
        ["mremap"] = (app, vma) => app.Mremap(vma, Frames, mustMove: true),
        ["shrink"] = (app, vma) => app.Mremap(vma, 9),
        ["fork"] = (app, _) => app.Fork("child"),
        ["fork and write"] = (app, _) => app.Fork("child").Write(Start.Page(5), "W"),
        ["nothing"] = (_, _) => { },
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var cut in Cuts.Keys)
        {
            foreach (var era in new[] { "A", "B2", "C3" })
            {
                cases.Add(cut, era);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CutsKeepTheCounts(string cut, string era)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era), new MachineOptions { MovableFrames = 0x800 });
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(new MmapRequest(Frames) { Name = "huge", At = Start });
        Assert.Equal(0, app.Madvise(Start, Frames, Advice.HugePage));
        Assert.Equal(Frames, app.Touch(vma));
        var head = app.PageAt(Start)!;
        Assert.Equal((1, 1, head), (head.RefCount, head.MapCount, app.PageAt(Start.Page(511))!.Head));

        Cuts[cut](app, vma);
        machine.MigratePage(app.VmAreas.SelectMany(area => Enumerable.Range(0, area.Range.Pages).Select(i => app.PfnAt(area.Start.Page(i)))).OfType<Pfn>().First(), Zone.Movable);
        foreach (var process in machine.Processes.ToList())
        {
            process.Exit();
        }

        Assert.All(machine.Snapshot().Frames, frame => Assert.True(frame.IsFree || frame.Pfn.Number == 0));
        Assert.Equal(machine.Snapshot(), MachineSnapshot.FromTrace(machine.Trace));
    }

    /// <summary>A pin of any of its pages is a pin of the whole, counted one by one.</summary>
    [Theory]
    [InlineData("A")]
    [InlineData("C3")]
    public void PinsAreCountedOneByOne(string era)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(new MmapRequest(Frames) { Name = "huge", At = Start });
        app.Madvise(Start, Frames, Advice.HugePage);
        app.Touch(Start);
        var pages = machine.CreatePageArray("pages", 4);
        Assert.Equal(4, app.PinUserPagesFast(vma.Start.Page(8), 4, FollFlags.Write | FollFlags.Longterm, pages));
        var head = app.PageAt(Start)!;
        Assert.Equal((5, 4, true), (head.RefCount, head.PinCount, pages[3].MaybeDmaPinned));
        pages.UnpinUserPages();
        Assert.Equal((1, 0, false), (head.RefCount, head.PinCount, pages[3].MaybeDmaPinned));
    }

    [Fact]
    public void HugeTlbIsNotCut()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(Frames) { Of = machine.CreateFile("pool", MappedKind.HugeTlb, Frames), Sharing = Sharing.Shared, At = Start });
        Assert.Equal(Errno.EINVAL, app.Munmap(Start.Page(1), 1));
        Assert.Equal(0, app.Munmap(Start, Frames));
    }
}
