namespace LinuxMm.Tests.FrameVectors;

/// <summary>The mail's other order: numbers first, and pins only where there is no number at all.</summary>
public sealed class FollowFirst
{
    private static readonly KernelEra Era = KernelEras.B1 with { FrameVectors = FrameVectorPolicy.FollowThenPin };
    private static readonly VirtualAddress Start = new(0x10000000);

    /// <summary>Layouts, a letter a mapping of one page and a digit before it for more: r raw, h heap, f read-only heap, c heap in CMA, . nothing.</summary>
    [Theory]
    [InlineData("2r", 2, "2 BarePfns")]
    [InlineData("2r", 1, "1 BarePfns")]
    [InlineData("r r", 2, "2 BarePfns")]
    [InlineData("r r h", 3, "2 BarePfns")]
    [InlineData("r h", 2, "1 BarePfns")]
    [InlineData("r . r", 3, "1 BarePfns")]
    [InlineData("2r h", 2, "2 BarePfns")]
    [InlineData("2h", 2, "2 PinnedPages Normal")]
    [InlineData("h r", 2, "1 PinnedPages Normal")]
    [InlineData("f", 1, "1 PinnedPages Normal")]
    [InlineData("c", 1, "1 PinnedPages Normal")]
    [InlineData(".", 1, "-EFAULT Empty")]
    [InlineData("e", 1, "-EFAULT Empty")]
    public void Gives(string layout, int frames, string expected)
    {
        var machine = new Machine(Era);
        var app = machine.CreateProcess("app");
        Map(machine, app, layout);
        var vector = machine.CreateFrameVector("frames", 4);
        var result = app.GetVaddrFrames(Start, frames, vector);
        var zone = vector.State == FrameVectorState.PinnedPages ? $" {vector.PageAt(0).Zone}" : "";
        Assert.Equal(expected, $"{result} {vector.State}{zone}");
        var held = Enumerable.Range(0, vector.FrameCount).Where(i => vector.Slot(i).Promise == Promise.Pin).ToList();
        Assert.Equal(vector.State == FrameVectorState.PinnedPages ? vector.FrameCount : 0, held.Count);
        Assert.All(held, i => Assert.Equal(1, vector.PageAt(i).PinCount));
        vector.PutVaddrFrames();
        Assert.All(app.VmAreas.Select(area => app.PageAt(area.Start)).OfType<Page>(), page => Assert.Equal(0, page.PinCount));
    }

    /// <summary>After nothing was found the flags are those of the pin that was tried last.</summary>
    [Fact]
    public void FailsWithTheFlagsOfAPin()
    {
        var machine = new Machine(Era);
        var vector = machine.CreateFrameVector("frames", 1);
        Assert.Equal(Errno.EFAULT, machine.CreateProcess("app").GetVaddrFrames(Start, 1, vector).Errno);
        Assert.Equal((true, false), (vector.GotRef, vector.IsPfns));
    }

    /// <summary>A range beyond the end of all addresses holds nothing, and in this era GUP answers 0 for it, which is no success.</summary>
    [Fact]
    public void FailsWhereAddressesEnd()
    {
        var machine = new Machine(Era);
        var vector = machine.CreateFrameVector("frames", 2);
        Assert.Equal(Errno.EFAULT, machine.CreateProcess("app").GetVaddrFrames(new VirtualAddress(ulong.MaxValue - 0xfff), 2, vector).Errno);
    }

    private static void Map(Machine machine, MemoryDescriptor app, string layout)
    {
        var gpu = machine.AddDriver("gpu");
        var at = Start;
        foreach (var part in layout.Split(' '))
        {
            var pages = part.Length == 1 ? 1 : part[0] - '0';
            var request = new MmapRequest(pages) { Name = $"{part} at {at}", At = at };
            switch (part[^1])
            {
                case 'r':
                    gpu.RemapPfnRange(app.Mmap(request with { Of = gpu, Sharing = Sharing.Shared }), gpu.AddDeviceMemory(pages));
                    break;
                case 'e':
                    gpu.SetVmFlags(app.Mmap(request with { Of = gpu, Sharing = Sharing.Shared }), VmFlags.PfnMap);
                    break;
                case 'h':
                    app.Touch(app.Mmap(request));
                    break;
                case 'f':
                    app.Mmap(request with { Protection = Protection.Read });
                    break;
                case 'c':
                    app.Touch(app.Mmap(request with { Zone = Zone.Cma }));
                    break;
            }

            at = at.Page(pages);
        }
    }
}
