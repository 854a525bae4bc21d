namespace LinuxMm;

/// <summary>One frame of the physical address space, with or without a struct page.</summary>
internal sealed class Frame
{
    public Frame(Machine machine, Pfn pfn, Zone zone, bool hasStructPage)
    {
        Machine = machine;
        Pfn = pfn;
        Zone = zone;
        Page = hasStructPage ? new Page(this) : null;
    }

    public Machine Machine { get; }

    public Pfn Pfn { get; }

    public Zone Zone { get; }

    public Page? Page { get; }

    public string Owner { get; private set; } = "";

    public bool IsFree { get; private set; }

    public FrameContents Contents { get; } = new();

    public void SetOwner(string owner)
    {
        if (owner == Owner)
        {
            return;
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.OwnerChanged(Pfn, Owner, owner));
        }

        Owner = owner;
    }

    public void SetFree(bool isFree)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.FrameFreeChanged(Pfn, isFree));
        }

        IsFree = isFree;
    }

    public void Write(int offset, ReadOnlySpan<byte> bytes)
    {
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.BytesWritten(Pfn, offset, [.. bytes]));
        }

        Contents.Write(offset, bytes);
    }

    public void Clear()
    {
        if (Contents.IsClear)
        {
            return;
        }

        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.FrameCleared(Pfn));
        }

        Contents.Clear();
    }

    public FrameSnapshot Snapshot() => new()
    {
        Pfn = Pfn,
        HasStructPage = Page is not null,
        Owner = Owner,
        IsFree = IsFree,
        RefCount = Page is { } page && page.Head == page ? page.RefCount : 0,
        MapCount = Page?.MapCount ?? 0,
        PinCount = Page is { } pinned && pinned.Head == pinned ? pinned.PinCount : 0,
        Flags = Page?.Flags ?? PageFlags.None,
        Zone = Zone,
        Head = Page?.Head.Pfn ?? Pfn,
        Contents = Contents.ToString(),
    };
}
