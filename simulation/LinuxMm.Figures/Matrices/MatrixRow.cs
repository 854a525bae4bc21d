using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>One kind of range.</summary>
/// <param name="Range">Its name.</param>
/// <param name="Groups">Neighbouring eras that answer alike.</param>
internal sealed record MatrixRow(string Range, ImmutableArray<MatrixGroup> Groups)
{
    public static ImmutableArray<MatrixRow> Of(EraMatrix matrix, MatrixAnswer answer) =>
        [.. matrix.Rows.Where(row => row.Count > 0).Select(row => new MatrixRow(CleanText.Name(row[0].Range.Name), GroupsOf(row, answer)))];

    private static ImmutableArray<MatrixGroup> GroupsOf(SnapshotList<RangeOutcome> row, MatrixAnswer answer)
    {
        var groups = ImmutableArray.CreateBuilder<MatrixGroup>();
        foreach (var outcome in row)
        {
            var cell = MatrixWords.Cell(outcome, answer);
            if (groups.Count > 0 && groups[^1].Cell == cell && groups[^1].Run == $"{outcome}") groups[^1] = groups[^1] with { Eras = groups[^1].Eras.Add(outcome.Era) };
            else groups.Add(new(cell, [outcome.Era], $"{outcome}", outcome));
        }

        return groups.ToImmutable();
    }
}

/// <summary>Eras beside one another with the same answer.</summary>
/// <param name="Cell">What their cells say.</param>
/// <param name="Eras">The eras.</param>
/// <param name="Run">All that the runs answered.</param>
/// <param name="Outcome">One of the runs.</param>
internal sealed record MatrixGroup(MatrixCell Cell, ImmutableArray<KernelEra> Eras, string Run, RangeOutcome Outcome);

/// <summary>What a cell says.</summary>
/// <param name="Kind">Its class in the style sheet.</param>
/// <param name="Sign">One sign, so that colour is not alone.</param>
/// <param name="Word">A word or two.</param>
internal sealed record MatrixCell(string Kind, string Sign, string Word);
