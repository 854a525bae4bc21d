using System.Globalization;

namespace Docsite.Tests.Verification;

/// <summary>The same pages give the same findings in whatever order, by however many workers and in whatever culture they are verified.</summary>
public sealed class DeterminismTests(CaseFolders folders) : IClassFixture<CaseFolders>
{
    /// <summary>Those that end processes are slow, and run in processes of their own anyway.</summary>
    private static readonly string[] Slow = ["hangs-and-ends", "thread-and-disposal"];

    [Fact]
    public async Task OneAfterTheOtherBackwardsInAnotherCultureIsAsAllAtOnce()
    {
        var names = CaseFolders.Names.Except(Slow).ToList();
        var atOnce = await Task.WhenAll(names.Select(folders.ResultAsync));
        using var alone = new CaseFolders();
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            for (var i = names.Count - 1; i >= 0; i--)
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine(CaseFolders.Root, names[i], CaseFolders.FileOf(names[i])), TestContext.Current.CancellationToken);
                var result = await alone.AgainAsync(CaseFolders.FileOf(names[i]), bytes);
                Assert.Equal(atOnce[i].Report, result.Report);
                Assert.Equal(atOnce[i].Accepted, result.Accepted);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
