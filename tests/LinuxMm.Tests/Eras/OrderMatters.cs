using TestSupport;

namespace LinuxMm.Tests.Eras;

/// <summary>Does it matter whether one pins first or follows first? All layouts of up to four pages of all kinds, by exhaustion.</summary>
public sealed class OrderMatters
{
    private static readonly KernelEra[] Bases = [KernelEras.B1, KernelEras.LLiteral, KernelEras.LStrict];

    [Fact]
    public void HowOftenAndWhereIsAsApproved()
    {
        var kinds = string.Join(", ", PageKinds.All);
        var eras = Bases.Select(era => $"{era}\n  {string.Join("\n  ", OrderComparison.Run(era, 3))}");
        Golden.Verify($"{kinds}\n{string.Join('\n', eras)}", "OrderMatters");
    }

    /// <summary>Four pages are 130,321 layouts: only for the mail's own test, where the answer is that it never matters or where it does.</summary>
    [Fact]
    public void FourPagesByTheMailsTest() => Golden.Verify(OrderComparison.Run(KernelEras.LLiteral, 4)[^1].ToString(), "OrderMattersFourPages");
}
