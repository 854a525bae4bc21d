namespace LinuxMm.Figures.Tests;

public sealed class AddressWalkTests
{
    [Theory]
    [InlineData(0, "None NotReached NotReached NotReached")]
    [InlineData(1, "Table Table Table None")]
    [InlineData(2, "Table Table Table Frame")]
    [InlineData(3, "Table Table Table Frame")]
    [InlineData(4, "None NotReached NotReached NotReached")]
    public void TheWalkStopsAtTheFirstEmptyEntry(int step, string expected)
    {
        var svg = DrawnSvg.Parse(StoriesOfWalks.ToAFrame().Draw("walk").Steps[step].Svg);
        var entries = svg.Groups("table").Select(table => table switch
        {
            _ when table.Has("ghost") => nameof(WalkEntry.NotReached),
            _ when table.Groups("absent").Any() => nameof(WalkEntry.None),
            _ => table.Attribute("data-level")!.Value == "PTE" ? nameof(WalkEntry.Frame) : nameof(WalkEntry.Table),
        });
        Assert.Equal(expected, string.Join(' ', entries));
    }

    [Theory]
    [InlineData(0x0, "PGD[0] PUD[0] PMD[0] PTE[0]", 0x0)]
    [InlineData(0x7fff_ffff_efff, "PGD[255] PUD[511] PMD[511] PTE[510]", 0xfff)]
    [InlineData(0x4020_1008, "PGD[0] PUD[1] PMD[1] PTE[1]", 0x8)]
    public void NineBitsChooseEachEntry(ulong address, string expected, ulong offset)
    {
        var machine = new Machine(KernelEras.C3);
        machine.CreateProcess("app");
        var walk = WalkFacts.Of(machine.Snapshot(), "app", new VirtualAddress(address));
        Assert.Equal((expected, offset), (string.Join(' ', walk.Levels.Select(level => level.Place)), walk.Offset));
    }

    [Fact]
    public void ThePhysicalAddressKeepsTheOffset() =>
        Assert.Contains("physical address 0x1003 = frame 1 + 0x3", StoriesOfWalks.ToAFrame().Draw("walk").Steps[2].Text, StringComparison.Ordinal);
}
