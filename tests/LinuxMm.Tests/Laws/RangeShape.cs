using CsCheck;

namespace LinuxMm.Tests.Laws;

/// <summary>What may stand behind a piece of a range.</summary>
internal enum PieceKind
{
    Hole,
    Anonymous,
    ForkedAnonymous,
    Shmem,
    SealedShmem,
    File,
    FsDax,
    Secret,
    Window,
    RawMemory,
    Reserved,
    Inserted,
    InsertedIo,
    Returned,
    Watched,
    MixedWindow,
}

/// <summary>What was done to the pages of a piece before anybody looks at it.</summary>
internal enum Residency
{
    Untouched,
    Read,
    Written,
    HalfWritten,
    Locked,
}

/// <summary>One mapping of a range.</summary>
internal sealed record Piece(PieceKind Kind, int Pages, Protection Protection, Sharing Sharing, Residency Residency);

/// <summary>A range of addresses, and which part of it is asked for: kinds, protections, residency and geometry by number.</summary>
internal sealed record RangeShape(SnapshotList<Piece> Pieces, Zone UserZone, int FirstPage, int OffsetBytes, int Count, bool IsWrite)
{
    private static readonly Gen<Piece> Pieces1 = Gen.Select(
        Gen.Enum<PieceKind>(),
        Gen.Int[1, 3],
        Gen.Frequency((6, Gen.Const(Protection.ReadWrite)), (3, Gen.Const(Protection.Read)), (1, Gen.Const(Protection.None)), (1, Gen.Const(Protection.Write))),
        Gen.Enum<Sharing>(),
        Gen.Enum<Residency>(),
        (kind, pages, protection, sharing, residency) => new Piece(kind, pages, protection, sharing, residency));

    public static Gen<RangeShape> Any { get; } = Gen.Select(
        Pieces1.Array[1, 3],
        Gen.Frequency((2, Gen.Const(Zone.Normal)), (1, Gen.Const(Zone.Movable)), (1, Gen.Const(Zone.Cma))),
        Gen.Int[-1, 2],
        Gen.Frequency((2, Gen.Const(0)), (1, Gen.Const(0x10))),
        Gen.Int[1, 6],
        Gen.Bool,
        (pieces, zone, first, offset, count, isWrite) => new RangeShape([.. pieces], zone, first, offset, count, isWrite));
}
