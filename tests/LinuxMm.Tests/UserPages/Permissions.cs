namespace LinuxMm.Tests.UserPages;

/// <summary>Who may pin what: permissions, force, and nothing at all.</summary>
public sealed class Permissions
{
    [Theory]
    [InlineData(Sharing.Private, Protection.None, FollFlags.None, "-EFAULT")]
    [InlineData(Sharing.Private, Protection.None, FollFlags.Force, "1")]
    [InlineData(Sharing.Private, Protection.Read, FollFlags.None, "1")]
    [InlineData(Sharing.Private, Protection.Read, FollFlags.Write, "-EFAULT")]
    [InlineData(Sharing.Private, Protection.Read, FollFlags.Write | FollFlags.Force, "1")]
    [InlineData(Sharing.Shared, Protection.Read, FollFlags.Write | FollFlags.Force, "-EFAULT")]
    [InlineData(Sharing.Shared, Protection.ReadWrite, FollFlags.Write, "1")]
    public void Decide(Sharing sharing, Protection protection, FollFlags flags, string expected)
    {
        var machine = new Machine(KernelEras.C3);
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1, "area", sharing, protection);
        Assert.Equal(expected, $"{app.PinUserPages(area.Start, 1, flags, machine.CreatePageArray("slow", 1))}");
        Assert.Equal(expected, $"{app.PinUserPagesFast(area.Start, 1, flags, machine.CreatePageArray("fast", 1))}");
    }

    [Theory]
    [InlineData("A")]
    [InlineData("C3")]
    public void NothingIsNoError(string era)
    {
        var machine = new Machine(KernelEras.All.First(known => known.Name == era));
        var app = machine.CreateProcess("app");
        var area = app.Mmap(1);
        Assert.Equal(0, app.PinUserPages(area.Start, 0, FollFlags.None, machine.CreatePageArray("slow", 1)).Value);
        Assert.Equal(0, app.PinUserPagesFast(area.Start, 0, FollFlags.None, machine.CreatePageArray("fast", 1)).Value);
    }

    [Fact]
    public void NoReleaseIsNoName() => Assert.Throws<ArgumentNullException>(() => KernelReleases.Find(null!));
}
