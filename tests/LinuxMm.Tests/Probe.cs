namespace LinuxMm.Tests;

public sealed class Probe
{
    [Fact]
    public void Runs() => Assert.Equal(2, 1 + 1);
}
