namespace LinuxMm.Tests.FrameVectors;

/// <summary>Raw ranges that end early, start within a page, or go on in the next mapping; and what the log says of refused ones.</summary>
public sealed class EndsOfRanges
{
    private const string CannotFollow = "get_vaddr_frames() cannot follow VM_IO mapping";
    private static readonly VirtualAddress Start = new(0x10000000);

    public static TheoryData<string, int, int, string> Cases()
    {
        var cases = new TheoryData<string, int, int, string>();
        foreach (var era in new[] { "A0", "A", "B1", "B2" })
        {
            cases.Add(era, 0, 1, "1");
            cases.Add(era, 0, 2, "2");
            cases.Add(era, 0, 3, "3");
            cases.Add(era, 0, 5, "5");
            cases.Add(era, 0, 9, "5");
            cases.Add(era, 0x800, 1, "1");
            cases.Add(era, 0x800, 9, "1");
            cases.Add(era, 0x1800, 1, "-EFAULT");
            cases.Add(era, 0x2800, 9, "2");
            cases.Add(era, 0x4800, 1, "-EFAULT");
        }

        return cases;
    }

    /// <summary>Two pages, three pages behind them, nothing then. Only whole pages up to the end of a mapping count.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void WholePagesOfEachMapping(string era, int offset, int frames, string expected)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        var gpu = machine.AddDriver("gpu");
        Map(app, gpu, Start, 2);
        Map(app, gpu, Start.Page(2), 3);
        var vector = machine.CreateFrameVector("frames", 9);
        var result = app.GetVaddrFrames(Start + offset, frames, vector);
        Assert.Equal(expected, $"{result}");
        Assert.Equal(result.IsSuccess ? FrameVectorState.BarePfns : FrameVectorState.Empty, vector.State);
    }

    [Theory]
    [InlineData("C1", CannotFollow)]
    [InlineData("C2", CannotFollow)]
    [InlineData("C3", "")]
    [InlineData("C1-stable", "")]
    public void WhetherTheLogSaysSo(string era, string expected)
    {
        var machine = new Machine(KernelEras.All.Concat(KernelEras.Stable).First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        var vector = machine.CreateFrameVector("frames", 1);
        Assert.Equal(1, app.GetVaddrFrames(app.Mmap(1, "heap").Start, 1, vector).Value);
        Assert.Empty(machine.Warnings);
        vector.PutVaddrFrames();
        Map(app, machine.AddDriver("gpu"), Start, 1);
        Assert.Equal(Errno.EFAULT, app.GetVaddrFrames(Start, 1, vector).Errno);
        Assert.Equal(expected, string.Concat(machine.Warnings));
        Assert.Equal((true, false), (vector.GotRef, vector.IsPfns));
    }

    /// <summary>Where the flags of the mapping decide, a mapping of a device is not tried, and the flags of the vector are not set.</summary>
    [Theory]
    [InlineData("5.4.226", CannotFollow)]
    [InlineData("5.10.158", CannotFollow)]
    [InlineData("5.10.198", "")]
    public void WhetherTheLogOfAStableReleaseSaysSo(string release, string expected)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        Assert.Equal(1, app.GetVaddrFrames(app.Mmap(1, "heap").Start, 1, machine.CreateFrameVector("frames", 1)).Value);
        Assert.Empty(machine.Warnings);
        Map(app, machine.AddDriver("gpu"), Start, 1);
        var vector = machine.CreateFrameVector("device's", 1);
        Assert.Equal(Errno.EFAULT, app.GetVaddrFrames(Start, 1, vector).Errno);
        Assert.Equal(expected, string.Concat(machine.Warnings));
        Assert.Null(vector.GotRef);
    }

    [Theory]
    [InlineData("B1", "1", "")]
    [InlineData("R-lax", "1", "unsafe_follow_pfn: the kernel is tainted by user-controlled follow_pfn")]
    [InlineData("R-strict", "-EINVAL", "")]
    public void WhatTheRefusedPullSays(string era, string expected, string warning)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        Map(app, machine.AddDriver("gpu"), Start, 1);
        Assert.Equal(expected, $"{app.GetVaddrFrames(Start, 1, machine.CreateFrameVector("frames", 1))}");
        Assert.Equal(warning, string.Concat(machine.Warnings));
    }

    private static void Map(MemoryDescriptor app, Driver gpu, VirtualAddress at, int pages) =>
        gpu.RemapPfnRange(app.Mmap(new MmapRequest(pages) { Name = $"raw at {at}", At = at, Of = gpu, Sharing = Sharing.Shared }), gpu.AddDeviceMemory(pages));
}
