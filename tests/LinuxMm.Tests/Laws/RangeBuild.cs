namespace LinuxMm.Tests.Laws;

/// <summary>A machine on which a <see cref="RangeShape"/> is laid out, through the public calls alone.</summary>
internal sealed class RangeBuild
{
    private static readonly VirtualAddress Base = new(0x10000000);
    private readonly Dictionary<AddressRange, PfnRange> _frames = [];
    private int _names;

    private RangeBuild(KernelEra era, RangeShape shape)
    {
        Machine = new Machine(era, new MachineOptions { UserZone = shape.UserZone });
        App = Machine.CreateProcess("app");
        Camera = Machine.AddDevice("camera");
        Start = Base.Page(shape.FirstPage) + shape.OffsetBytes;
        Shape = shape;
    }

    public Machine Machine { get; }

    public MemoryDescriptor App { get; }

    public Device Camera { get; }

    public VirtualAddress Start { get; }

    public RangeShape Shape { get; }

    public static RangeBuild Of(KernelEra era, RangeShape shape)
    {
        var build = new RangeBuild(era, shape);
        var at = Base;
        foreach (var piece in shape.Pieces)
        {
            if (build.Map(piece, at) is { } vma)
            {
                build.Use(piece, vma);
            }

            at = at.Page(piece.Pages);
        }

        return build;
    }

    public FrameVector Vector() => Machine.CreateFrameVector("frames", Shape.Count);

    public KernelResult<int> Get(FrameVector vector, int count) => App.GetVaddrFrames(Start, count, vector, Shape.IsWrite);

    public Vb2UserPointer Request() => new(Camera, App, Start, Shape.Count * VirtualAddress.PageSize - Start.OffsetInPage, Shape.IsWrite ? DmaDirection.FromDevice : DmaDirection.ToDevice);

    public KernelResult<int> Pin(FollFlags flags, bool isFast)
    {
        var pages = Machine.CreatePageArray("pages", Shape.Count);
        return isFast ? App.PinUserPagesFast(Start, Shape.Count, flags, pages) : App.PinUserPages(Start, Shape.Count, flags, pages);
    }

    /// <summary>No small page is pinned, no block either, and no slot promises anything.</summary>
    public bool HoldsNothing() => Machine.Snapshot() is var snapshot
        && snapshot.Frames.All(frame => frame.PinCount == 0)
        && snapshot.Holders.All(holder => holder.Slots.All(slot => slot.Promise == Promise.None));

    private VmArea? Map(Piece piece, VirtualAddress at)
    {
        var request = new MmapRequest(piece.Pages) { At = at, Protection = piece.Protection, Sharing = piece.Sharing };
        switch (piece.Kind)
        {
            case PieceKind.Hole:
            case PieceKind.Secret when Machine.Era.UserPages.SecretMemory == SecretMemoryRule.DoesNotExist:
                return null;
            case PieceKind.Anonymous or PieceKind.ForkedAnonymous:
                return App.Mmap(request);
            case PieceKind.Shmem or PieceKind.SealedShmem or PieceKind.File or PieceKind.FsDax or PieceKind.Secret:
                return MapFile(piece, request);
            default:
                return MapDriver(piece, request);
        }
    }

    private VmArea? MapFile(Piece piece, MmapRequest request)
    {
        var kind = piece.Kind == PieceKind.SealedShmem ? MappedKind.Shmem : Enum.Parse<MappedKind>($"{piece.Kind}");
        var file = Machine.CreateFile($"file {_names++}", kind, piece.Pages);
        if (piece.Kind == PieceKind.SealedShmem)
        {
            file.SealFutureWrite();
        }

        var mapped = App.TryMmap(request with { Of = file });
        return mapped.IsSuccess ? mapped.Value : null;
    }

    private VmArea MapDriver(Piece piece, MmapRequest request)
    {
        var driver = Machine.AddDriver($"driver {_names++}");
        var vma = App.Mmap(request with { Of = driver });
        var frames = piece.Kind switch
        {
            PieceKind.Window or PieceKind.MixedWindow => driver.AddDeviceMemory(piece.Pages),
            PieceKind.Reserved => driver.AddReservedMemory(piece.Pages),
            _ => driver.AllocPages(piece.Pages),
        };
        _frames.Add(vma.Range, frames);
        switch (piece.Kind)
        {
            case PieceKind.Window or PieceKind.RawMemory or PieceKind.Reserved:
                driver.RemapPfnRange(vma, frames);
                break;
            case PieceKind.Inserted or PieceKind.InsertedIo:
                driver.SetVmFlags(vma, piece.Kind == PieceKind.InsertedIo ? VmFlags.Io : VmFlags.None);
                driver.FaultHandler = (area, at) => driver.VmInsertPage(area, at, FrameFor(at)).IsSuccess;
                break;
            case PieceKind.MixedWindow:
                driver.SetVmFlags(vma, VmFlags.MixedMap);
                driver.FaultHandler = (area, at) =>
                {
                    driver.VmfInsertPfn(area, at, FrameFor(at));
                    return true;
                };
                break;
            default:
                driver.FaultHandler = (area, at) => driver.FinishFault(area, at, FrameFor(at)).IsSuccess;
                driver.PageMkwrite = piece.Kind == PieceKind.Watched ? (_, at) => at.Page(1).Value % (2 * VirtualAddress.PageSize) == 0 : null;
                break;
        }

        return vma;
    }

    private Pfn FrameFor(VirtualAddress at)
    {
        var (area, frames) = _frames.First(pair => pair.Key.Contains(at));
        return frames[(int)((at.Value - area.Start.Value) >> VirtualAddress.PageShift)];
    }

    private void Use(Piece piece, VmArea vma)
    {
        for (var i = 0; i < piece.Pages; i++)
        {
            var at = vma.Start.Page(i);
            _ = piece.Residency switch
            {
                Residency.Read => App.Read(at).IsSuccess,
                Residency.Written => App.Touch(at).IsSuccess,
                Residency.HalfWritten when i % 2 == 0 => App.Touch(at).IsSuccess,
                Residency.Locked => App.Mlock(at, 1).IsSuccess,
                _ => true,
            };
        }

        if (piece.Kind == PieceKind.ForkedAnonymous)
        {
            App.Fork($"child {_names++}");
        }
    }
}
