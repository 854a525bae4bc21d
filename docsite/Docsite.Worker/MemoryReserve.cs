namespace Docsite.Worker;

/// <summary>Memory that is given back when a block has taken all the rest, so that the worker can still tell what happened.</summary>
internal static class MemoryReserve
{
    // Small enough to lie beside what the report is made of: freed large objects do not serve small ones at once.
    private const int PieceBytes = 64 << 10;
    private const int Pieces = 64;

    private static byte[][]? s_pieces;

    /// <summary>Sets the memory aside; where there is none left, a block before has kept it all, and there is nothing to set aside.</summary>
    internal static void Fill()
    {
        try
        {
            s_pieces ??= [.. Enumerable.Range(0, Pieces).Select(_ => new byte[PieceBytes])];
        }
        catch (OutOfMemoryException)
        {
            s_pieces = null;
        }
    }

    /// <summary>Gives the memory back.</summary>
    internal static void Release()
    {
        s_pieces = null;
        ResourceLimits.Release();
        GC.Collect();
    }
}
