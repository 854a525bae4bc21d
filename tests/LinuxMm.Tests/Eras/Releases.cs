using TestSupport;

namespace LinuxMm.Tests.Eras;

public sealed class Releases
{
    [Theory]
    [InlineData("5.7", "A0")]
    [InlineData("5.10", "A")]
    [InlineData("5.10.13", "A")]
    [InlineData("v5.15", "B1")]
    [InlineData("5.19", "B2")]
    [InlineData("6.0", "B2")]
    [InlineData("6.1", "C1")]
    [InlineData("6.2", "C2")]
    [InlineData("7.3.4", "C3")]
    [InlineData("5.10.262-1", "A-stable")]
    [InlineData("6.1.192-2", "C1-stable")]
    public void BehavesAsItsEra(string release, string era) =>
        Assert.Empty(KernelEras.Compare(KernelEras.All.Concat(KernelEras.Stable).First(known => known.Name == era), KernelReleases.Find(release)));

    [Theory]
    [InlineData("5.4.47", "Unshare: Never -> BreaksCopyOnWrite; GupFlags: ReferencesOnlyFastOnesUnforced -> ReferencesOnly")]
    [InlineData("5.5.8", "GupFlags: ReferencesOnlyFastOnesUnforced -> ReferencesOnly")]
    [InlineData("5.4.291", "FrameVectors: the first VMA decides, pages get a reference -> the first VMA decides, pages get a reference, no fallback, warning on failure; Unshare: Never -> BreaksCopyOnWrite; GupFlags: ReferencesOnlyFastOnesUnforced -> ReferencesOnly")]
    [InlineData("5.7.3", "Unshare: Never -> BreaksCopyOnWrite")]
    [InlineData("5.10.158", "FrameVectors: the first VMA decides -> the first VMA decides, no fallback, warning on failure")]
    [InlineData("5.10.217", "FrameVectors: the first VMA decides -> the first VMA decides, no fallback; BufferPin: HugeTlbFilesOnly -> MemoryFilesOnly")]
    [InlineData("5.10.218", "FrameVectors: the first VMA decides -> the first VMA decides, no fallback; Longterm: LeaveCmaIfPossible -> LeaveCma; BufferPin: HugeTlbFilesOnly -> MemoryFilesOnly")]
    [InlineData("5.11.22", "Longterm: LeaveCmaIfPossible -> LeaveCma")]
    [InlineData("5.12.5", "Longterm: LeaveCmaIfPossible -> LeaveCma")]
    [InlineData("5.15.81", "SpecialPte: SlotLeftUnset -> RefusedAsFault")]
    [InlineData("5.15.82", "FrameVectors: pin first, fall back -> pin only, by force, warning on failure; SpecialPte: SlotLeftUnset -> RefusedAsFault")]
    [InlineData("5.15.224", "FrameVectors: pin first, fall back -> pin only, by force; SpecialPte: SlotLeftUnset -> RefusedAsFault")]
    [InlineData("6.0.12", "FrameVectors: pin first, fall back, keep the error of the pin -> pin only, by force, warning on failure")]
    [InlineData("6.1.56", "FrameVectors: pin only, by force, warning on failure -> pin only, by force; StackGrowth: GupGrowsStacks -> OnlyFaultsDo")]
    [InlineData("6.1.170", "FrameVectors: pin only, by force, warning on failure -> pin only, by force; ZeroPage: Counted -> NotCounted; StackGrowth: GupGrowsStacks -> OnlyFaultsDo")]
    [InlineData("6.3.11", "StackGrowth: GupGrowsStacks -> OnlyFaultsDo")]
    [InlineData("6.4.10", "RangeOverflow: ReturnsZero -> Eoverflow; StackGrowth: GupGrowsStacks -> OnlyFaultsDo")]
    [InlineData("6.5.6", "FrameVectors: pin only, warning on failure -> pin only")]
    [InlineData("6.12.117-1~deb12u1", "")]
    public void AStableReleaseHasItsBackports(string release, string differences)
    {
        var parts = release.Split('.');
        Assert.Equal(differences, string.Join("; ", KernelEras.Compare(KernelReleases.Find($"{parts[0]}.{parts[1]}"), KernelReleases.Find(release))));
    }

    [Fact]
    public void WhatEachChangedIsAsApproved()
    {
        var eras = KernelReleases.Changes.Select(KernelReleases.Find).ToList();
        var text = eras.Zip(eras.Skip(1)).Select(pair => $"{pair.Second}\n{string.Join('\n', KernelEras.Compare(pair.First, pair.Second).Select(difference => $"  {difference}"))}");
        Golden.Verify(string.Join('\n', text), "Releases");
    }

    [Theory]
    [InlineData("6", "6 is no release number, such as 6.12 or 5.10.262. (Parameter 'release')")]
    [InlineData("6.x", "6.x is no release number, such as 6.12 or 5.10.262. (Parameter 'release')")]
    [InlineData("4.2", "4.2 has no get_vaddr_frames: it came with 4.3. (Parameter 'release')")]
    [InlineData("7.4", "The rules of 7.4 are not known: the newest known are those of 7.3. (Parameter 'release')")]
    public void SaysWhatItDoesNotKnow(string release, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => KernelReleases.Find(release)).Message);
}
