namespace LinuxMm.Tests.Outcomes;

public sealed class Texts
{
    [Theory]
    [InlineData(7ul, "pfn 7")]
    [InlineData(0xfful, "pfn 255")]
    [InlineData(0x100ul, "pfn 0x100")]
    public void OfAFrame(ulong number, string text) => Assert.Equal(text, $"{new Pfn(number)}");

    [Fact]
    public void OfResults()
    {
        KernelResult<int> two = 2;
        KernelResult<int> fault = Errno.EFAULT;
        Assert.Equal("2", $"{two}");
        Assert.Equal("-EFAULT", $"{fault}");
        Assert.True(two == 2);
        Assert.True(fault == Errno.EFAULT);
        Assert.False(two == fault);
        Assert.False(two == 3);
    }

    [Fact]
    public void OfAddressesAndRanges()
    {
        Assert.Equal("0x10000", $"{new VirtualAddress(0x10000)}");
        Assert.Equal("0x10000-0x12000", $"{new AddressRange(new(0x10000), new(0x12000))}");
        Assert.Equal("pfn 7-8", $"{new PfnRange(new Pfn(7), 2)}");
        Assert.Equal("0x7000", $"{new Pfn(7).PhysicalAddress}");
    }

    [Fact]
    public void OfATrace()
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        app.Write(app.Mmap(1, "heap").Start, "A");
        Assert.Equal("  13 app: write access(0x10000, A) = 1", $"{machine.Trace[^1]}");
        Assert.Equal("pfn 1 ref 1 map 1 (app)", $"{app.PageAt(new(0x10000))}");
    }
}
