namespace LinuxMm;

public abstract partial record TraceEvent
{
    /// <summary>A frame is used for the first time and appears in snapshots from now on.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="HasStructPage">Whether a struct page describes it.</param>
    /// <param name="Zone">Where it lies.</param>
    public sealed record FrameAppeared(Pfn Pfn, bool HasStructPage, Zone Zone) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Pfn} appears ({(HasStructPage ? Zone.ToString() : "no struct page")})";

        internal override void Apply(SnapshotBuilder state) => state.AddFrame(this);
    }

    /// <summary>The page allocator handed a frame out or took it back.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="IsFree">Whether it is free from now on.</param>
    public sealed record FrameFreeChanged(Pfn Pfn, bool IsFree) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => IsFree ? $"{Pfn} is free" : $"{Pfn} is allocated";

        internal override void Apply(SnapshotBuilder state) => state.Change(Pfn, f => f with { IsFree = IsFree });
    }

    /// <summary>A frame has another owner.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="From">Its owner before; empty for none.</param>
    /// <param name="To">Its owner now; empty for none.</param>
    public sealed record OwnerChanged(Pfn Pfn, string From, string To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => To.Length == 0 ? $"{Pfn} no longer belongs to {From}" : $"{Pfn} belongs to {To}";

        internal override void Apply(SnapshotBuilder state) => state.Change(Pfn, f => f with { Owner = To });
    }

    /// <summary>The reference count changed.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    /// <param name="Reason">Which function did it.</param>
    public sealed record RefCountChanged(Pfn Pfn, int From, int To, string Reason) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Pfn} refcount {From} -> {To} ({Reason})";

        internal override void Apply(SnapshotBuilder state) => state.ChangeRefCount(Pfn, From, To);
    }

    /// <summary>The number of page table entries that map the frame changed.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    /// <param name="Reason">Which function did it.</param>
    public sealed record MapCountChanged(Pfn Pfn, int From, int To, string Reason) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Pfn} mapcount {From} -> {To} ({Reason})";

        internal override void Apply(SnapshotBuilder state) => state.Change(Pfn, f => f with { MapCount = To });
    }

    /// <summary>The exact pin count of a compound page changed.</summary>
    /// <param name="Pfn">Its first frame.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    /// <param name="Reason">Which function did it.</param>
    public sealed record CompoundPinCountChanged(Pfn Pfn, int From, int To, string Reason) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Pfn} pincount {From} -> {To} ({Reason})";

        internal override void Apply(SnapshotBuilder state) => state.Change(Pfn, f => f with { PinCount = To });
    }

    /// <summary>The flags changed.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    public sealed record PageFlagsChanged(Pfn Pfn, PageFlags From, PageFlags To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Pfn} flags {From} -> {To}";

        internal override void Apply(SnapshotBuilder state) => state.Change(Pfn, f => f with { Flags = To });
    }

    /// <summary>The frame became part of a compound page, or left it.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="From">The first frame of its compound page before.</param>
    /// <param name="To">The first frame of its compound page now; its own number for a small page.</param>
    public sealed record CompoundHeadChanged(Pfn Pfn, Pfn From, Pfn To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Pfn} has head {To}";

        internal override void Apply(SnapshotBuilder state) => state.Change(Pfn, f => f with { Head = To });
    }

    /// <summary>Bytes were written, by a CPU or by a device.</summary>
    /// <param name="Pfn">The frame.</param>
    /// <param name="OffsetBytes">Where in the frame, 0 to 4095.</param>
    /// <param name="Bytes">The bytes.</param>
    public sealed record BytesWritten(Pfn Pfn, int OffsetBytes, SnapshotList<byte> Bytes) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"writes \"{FrameContents.ToText(Bytes)}\" into {Pfn}";

        internal override void Apply(SnapshotBuilder state) => state.WriteBytes(Pfn, OffsetBytes, Bytes);
    }

    /// <summary>All bytes of a frame became zero.</summary>
    /// <param name="Pfn">The frame.</param>
    public sealed record FrameCleared(Pfn Pfn) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"clears {Pfn}";

        internal override void Apply(SnapshotBuilder state) => state.ClearBytes(Pfn);
    }
}
