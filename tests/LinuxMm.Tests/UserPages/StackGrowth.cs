namespace LinuxMm.Tests.UserPages;

public sealed class StackGrowth
{
    private static readonly VirtualAddress Stack = new(0x70000000);

    /// <summary>GUP below a stack: up to 6.4 it grows, from 6.5 on only a touch makes it grow.</summary>
    [Theory]
    [InlineData("5.10", 4, "4")]
    [InlineData("6.4", 4, "4")]
    [InlineData("6.5", 4, "-EFAULT")]
    [InlineData("6.1.192", 4, "-EFAULT")]
    [InlineData("6.4", 2049, "-EFAULT")]
    public void OfGup(string release, int pagesBelow, string expected)
    {
        var (app, pages) = Map(release);
        Assert.Equal(expected, $"{app.PinUserPages(Stack.Page(-pagesBelow), 4, FollFlags.Write, pages)}");
    }

    [Theory]
    [InlineData("6.4")]
    [InlineData("7.3")]
    public void OfATouch(string release)
    {
        var (app, _) = Map(release);
        Assert.True(app.Touch(Stack.Page(-3)).IsSuccess);
        Assert.Equal(4, app.FindVma(Stack)!.Range.Pages);
    }

    /// <summary>It keeps 256 pages away from what is mapped below it.</summary>
    [Theory]
    [InlineData(256, "4")]
    [InlineData(255, "-EFAULT")]
    public void KeepsItsDistance(int gap, string expected)
    {
        var (app, pages) = Map("6.4");
        app.Mmap(new MmapRequest(1) { At = Stack.Page(-gap - 2) });
        Assert.Equal(expected, $"{app.PinUserPages(Stack.Page(-1), 4, FollFlags.Write, pages)}");
    }

    private static (MemoryDescriptor App, PageArray Pages) Map(string release)
    {
        var machine = new Machine(KernelReleases.Find(release));
        var app = machine.CreateProcess("app");
        app.Mmap(new MmapRequest(1) { At = Stack, GrowsDown = true });
        app.Mmap(new MmapRequest(4) { At = Stack.Page(1) });
        return (app, machine.CreatePageArray("pages", 4));
    }
}
