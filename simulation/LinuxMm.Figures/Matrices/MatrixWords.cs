using System.Collections.Immutable;
using System.Globalization;

namespace LinuxMm.Figures;

/// <summary>The signs and words of a matrix.</summary>
internal static class MatrixWords
{
    /// <summary>What the signs mean, in the order of growing trouble.</summary>
    public static ImmutableArray<(MatrixCell Cell, string Meaning)> Legend { get; } =
    [
        (new("held", "✓", "held"), "pages that are held"),
        (new("part", "◐", "2 of 4"), "only a part of the range, held"),
        (new("numbers", "○", "numbers"), "numbers only: the owner must keep them true"),
        (new("bare", "△", "bare pages"), "numbers that become page pointers nobody holds"),
        (new("garbage", "☠", "garbage"), "slots counted and never written"),
        (new("refused", "✗", "EFAULT"), "refused"),
        (new("none", "–", "none"), "no such memory in this era"),
    ];

    public static string Question(MatrixAnswer answer) => answer switch
    {
        MatrixAnswer.GetVaddrFrames => "get_vaddr_frames()",
        MatrixAnswer.DmaContig => "vb2_dc_get_userptr()",
        MatrixAnswer.DmaSg => "vb2_dma_sg_get_userptr()",
        _ => "vb2_vmalloc_get_userptr()",
    };

    public static MatrixCell Cell(RangeOutcome outcome, MatrixAnswer answer) => !outcome.Exists ? new("none", "–", "none") : answer switch
    {
        MatrixAnswer.GetVaddrFrames => Frames(outcome),
        MatrixAnswer.DmaContig => Mapping(outcome.DmaContig, outcome),
        MatrixAnswer.DmaSg => Mapping(outcome.DmaSg, outcome),
        _ => Mapping(outcome.Vmalloc, outcome),
    };

    /// <summary>The text form: one line a range, neighbouring eras with the same answer together.</summary>
    public static string Text(ImmutableArray<MatrixRow> rows)
    {
        var width = rows.Select(row => TextMetrics.Cells(row.Range)).DefaultIfEmpty().Max();
        return string.Join('\n', rows.Select(row =>
            $"{row.Range}{new string(' ', width - TextMetrics.Cells(row.Range))}  {string.Join(" | ", row.Groups.Select(group => $"{string.Join(' ', group.Eras)}: {group.Cell.Sign} {group.Cell.Word}"))}"));
    }

    private static MatrixCell Frames(RangeOutcome outcome)
    {
        if (outcome.Error is { } error) return new("refused", "✗", $"{error}");
        if (outcome.HasGarbage) return new("garbage", "☠", "garbage");
        var isPart = outcome.Frames < outcome.Wanted;
        var part = isPart ? string.Create(CultureInfo.InvariantCulture, $"{outcome.Frames} of {outcome.Wanted}") : "";
        return outcome.State switch
        {
            FrameVectorState.BarePfns when outcome.BecomesBarePages => new("bare", "△", isPart ? part : "bare pages"),
            FrameVectorState.BarePfns => new("numbers", "○", isPart ? part : "numbers"),
            FrameVectorState.Empty => new("none", "–", "nothing asked"),
            _ => isPart ? new("part", "◐", part) : new("held", "✓", "held"),
        };
    }

    private static MatrixCell Mapping(string said, RangeOutcome outcome) => said switch
    {
        "undefined" => new("garbage", "☠", "garbage"),
        _ when said.StartsWith('-') => new("refused", "✗", said[1..]),
        "dma_map_resource" or "ioremap" => new("numbers", "○", said),
        _ when outcome.BecomesBarePages => new("bare", "△", said),
        _ => new("held", "✓", said),
    };
}
