using System.Text;
using TestSupport;

namespace LinuxMm.Tests.KernelFacts;

/// <summary>Every kind of range in every era, for get_vaddr_frames and the three allocators: made anew by ACCEPT_GOLDEN=1 dotnet test.</summary>
public sealed class EraMatrix
{
    [Fact]
    public void IsAsApproved()
    {
        var text = new StringBuilder();
        text.AppendLine($"| range | {string.Join(" | ", KernelEras.All)} |").AppendLine($"|---|{string.Concat(KernelEras.All.Select(_ => "---|"))}");
        foreach (var range in Ranges.ByName.Keys)
        {
            text.AppendLine($"| {range} | {string.Join(" | ", KernelEras.All.Select(era => Cell(range, era)))} |");
        }

        Golden.Verify(text.ToString(), "EraMatrix");
    }

    private static string Cell(string range, KernelEra era)
    {
        try
        {
            var get = GetVaddrFramesFacts.Outcome(Ranges.ByName[range](new RangeCase(era)));
            var allocators = new[] { Vb2Memops.DmaContig, Vb2Memops.DmaSg, Vb2Memops.Vmalloc }.Select(memops => Videobuf2Facts.Show(Ranges.ByName[range](new RangeCase(era)), memops));
            return $"{get}; {string.Join(" / ", allocators)}";
        }
        catch (InvalidOperationException exception) when (exception.Message.StartsWith("memfd_secret", StringComparison.Ordinal))
        {
            return "does not exist";
        }
    }
}
