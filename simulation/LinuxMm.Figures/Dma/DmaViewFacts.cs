using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>A scatter list at one moment.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Caption">One or two sentences about it.</param>
/// <param name="Pieces">The pieces that are drawn.</param>
/// <param name="LeftOut">How many are not.</param>
/// <param name="Contiguous">Bytes from the first address on that the device can use in one go; 0 while nothing is mapped.</param>
/// <param name="Size">Bytes of all pieces.</param>
internal sealed record DmaViewFacts(string Title, string Caption, ImmutableArray<DmaPiece> Pieces, int LeftOut, long Contiguous, long Size)
{
    private const int MostPieces = 8;

    public bool IsMapped => Pieces.Any(piece => piece.Address is not null);

    public static DmaViewFacts Of(string title, string caption, SgTable table)
    {
        var left = table.Entries.Count > MostPieces ? table.Entries.Count - MostPieces + 1 : 0;
        return new(
            title,
            caption,
            [.. table.Entries.Take(table.Entries.Count - left).Select((entry, i) => DmaPiece.Of(i, entry))],
            left,
            table.IsMapped ? table.ContiguousSizeBytes() : 0,
            table.SizeBytes);
    }

    /// <summary>Neighbouring pieces whose addresses follow one another: for the device they are one.</summary>
    public IEnumerable<(int First, int Count)> Ranges()
    {
        for (var first = 0; first < Pieces.Length;)
        {
            var count = 1;
            while (first + count < Pieces.Length && Pieces[first + count].Address is { } next && Pieces[first + count - 1].Address is { } before && next == before + (ulong)Pieces[first + count - 1].Length) count++;
            yield return (first, count);
            first += count;
        }
    }
}

/// <summary>One piece.</summary>
internal sealed record DmaPiece(int Index, ulong First, int Frames, int Offset, long Length, ulong? Address)
{
    private const int MostFrames = 4;

    /// <summary>The frames that are drawn one by one; null stands for those in between.</summary>
    public IEnumerable<ulong?> Shown => Frames <= MostFrames
        ? Enumerable.Range(0, Frames).Select(i => (ulong?)(First + (ulong)i))
        : [First, First + 1, null, First + (ulong)Frames - 2, First + (ulong)Frames - 1];

    public static DmaPiece Of(int index, SgEntry entry)
    {
        var frames = (int)((entry.OffsetBytes + entry.LengthBytes + VirtualAddress.PageSize - 1) / VirtualAddress.PageSize);
        return new(index, entry.First.Number, Math.Max(1, frames), entry.OffsetBytes, entry.LengthBytes, entry.DmaAddress?.Value);
    }
}
