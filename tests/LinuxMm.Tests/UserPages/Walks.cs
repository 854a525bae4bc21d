namespace LinuxMm.Tests.UserPages;

/// <summary>Looking at an entry under its lock, in the three ways that drivers had one after the other.</summary>
public sealed class Walks
{
    [Theory]
    [InlineData("5.12", "raw", "found")]
    [InlineData("5.12", "heap", "found")]
    [InlineData("5.12", "empty", "-EINVAL")]
    [InlineData("6.9", "heap", "found")]
    [InlineData("6.10", "raw", "found")]
    [InlineData("6.10", "heap", "-EINVAL")]
    [InlineData("5.11", "raw", "follow_pte does not exist for drivers in era 5.11: 5.12 to 6.11 have it.")]
    [InlineData("6.12", "raw", "follow_pte does not exist for drivers in era 6.12: 5.12 to 6.11 have it.")]
    public void FollowPteFinds(string release, string where, string expected)
    {
        var (app, raw, heap) = Map(KernelReleases.Find(release));
        Assert.Equal(expected, Ask(() => app.FollowPte(where switch { "raw" => raw.Start, "heap" => heap.Start, _ => heap.Range.End })));
    }

    [Theory]
    [InlineData("raw", "found")]
    [InlineData("heap", "-EINVAL")]
    public void FollowPfnmapFinds(string where, string expected)
    {
        var (app, raw, heap) = Map(KernelEras.C3);
        var vma = where == "raw" ? raw : heap;
        Assert.Equal(expected, Ask(() => app.FollowPfnmapStart(vma, vma.Start)));
    }

    [Fact]
    public void FollowPteTellsOfPermission()
    {
        var machine = new Machine(KernelEras.B2);
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var vma = app.Mmap(1, "screen", Sharing.Shared, Protection.Read, gpu);
        gpu.RemapPfnRange(vma, gpu.AddDeviceMemory(1));
        using var entry = app.FollowPte(vma.Start).Value;
        Assert.Equal((false, true), (entry.IsWritable, entry.IsSpecial));
        Assert.True(app.FollowPfn(vma, vma.Start).IsSuccess);
    }

    /// <summary>Nobody can zap what somebody looks at; after the lock is dropped the number may be old.</summary>
    [Fact]
    public void TheLockKeepsTheEntry()
    {
        var (app, raw, _) = Map(KernelEras.B2);
        var entry = app.FollowPte(raw.Start).Value;
        Assert.StartsWith("An entry of app is locked", Assert.Throws<InvalidOperationException>(() => app.Munmap(raw)).Message, StringComparison.Ordinal);
        entry.Dispose();
        entry.Dispose();
        Assert.Equal("pte_unmap_unlock was called: the frame number may not be used any more.", Assert.Throws<InvalidOperationException>(() => entry.Pfn).Message);
        Assert.Equal(0, app.Munmap(raw));
    }

    [Fact]
    public void FollowPteStopsAtAHugePage()
    {
        var machine = new Machine(KernelEras.B2);
        var app = machine.CreateProcess("app");
        var start = new VirtualAddress(0x40000000);
        app.Mmap(new MmapRequest(512) { At = start });
        app.Madvise(start, 512, Advice.HugePage);
        app.Touch(start);
        Assert.Equal("pmd_trans_huge(*pmd) in follow_pte", Assert.Throws<KernelBugException>(() => app.FollowPte(start)).Condition);
    }

    private static string Ask<T>(Func<KernelResult<T>> walk)
        where T : LockedEntry
    {
        try
        {
            var result = walk();
            return result.IsSuccess ? "found" : $"{result}";
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static (MemoryDescriptor App, VmArea Raw, VmArea Heap) Map(KernelEra era)
    {
        var machine = new Machine(era);
        var gpu = machine.AddDriver("gpu");
        var app = machine.CreateProcess("app");
        var raw = app.Mmap(1, "raw", Sharing.Shared, of: gpu);
        gpu.RemapPfnRange(raw, gpu.AddDeviceMemory(1));
        var heap = app.Mmap(1, "heap");
        app.Touch(heap);
        return (app, raw, heap);
    }
}
