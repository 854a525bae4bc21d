namespace Browser.Tests;

/// <summary>Every page of the site at every gate.</summary>
public sealed class GateTests(Chromium chromium, SiteReading reading)
{
    [Theory]
    [InlineData(Gate.AxeLight)]
    [InlineData(Gate.AxeDark)]
    [InlineData(Gate.AxeNarrow)]
    [InlineData(Gate.ForcedColours)]
    [InlineData(Gate.Overflow)]
    [InlineData(Gate.Complaints)]
    [InlineData(Gate.Requests)]
    [InlineData(Gate.Shift)]
    [InlineData(Gate.Focus)]
    [InlineData(Gate.Labels)]
    [InlineData(Gate.Print)]
    [InlineData(Gate.Words)]
    [InlineData(Gate.Steps)]
    public async Task NothingIsFoundOnAnyPage(Gate gate)
    {
        var found = await reading.AtAsync(gate, chromium);
        Assert.True(!found.Any(), string.Join('\n', found));
        Assert.NotEqual(0, reading.Pages);
    }
}
