namespace LinuxMm;

public abstract partial record TraceEvent
{
    /// <summary>A holder was made; its slots are whatever the allocator left there.</summary>
    /// <param name="Holder">The holder as made.</param>
    public sealed record HolderCreated(HolderSnapshot Holder) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Holder.Kind} {Holder.Name} with {Holder.Slots.Count} slots";

        internal override void Apply(SnapshotBuilder state) => state.Holders.Add(Holder.Name, Holder);
    }

    /// <summary>A holder was freed.</summary>
    /// <param name="Holder">Its name.</param>
    public sealed record HolderDestroyed(string Holder) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Holder} is destroyed";

        internal override void Apply(SnapshotBuilder state) => state.Holders.Remove(Holder);
    }

    /// <summary>A slot was written.</summary>
    /// <param name="Holder">The holder's name.</param>
    /// <param name="Index">The slot, from 0 on.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    public sealed record SlotChanged(string Holder, int Index, SlotSnapshot From, SlotSnapshot To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => To.Kind switch
        {
            SlotKind.Number => $"{Holder}[{Index}] = the number of {To.Pfn} ({To.Promise})",
            SlotKind.PagePointer => $"{Holder}[{Index}] = the page of {To.Pfn} ({To.Promise})",
            _ => $"{Holder}[{Index}] is uninitialised",
        };

        internal override void Apply(SnapshotBuilder state)
        {
            var holder = state.Holders[Holder];
            var slots = holder.Slots.ToArray();
            slots[Index] = To;
            state.Holders[Holder] = holder with { Slots = new(slots) };
        }
    }

    /// <summary>The number of slots in use changed.</summary>
    /// <param name="Holder">The holder's name.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    public sealed record FrameCountChanged(string Holder, int From, int To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Holder}.nr_frames {From} -> {To}";

        internal override void Apply(SnapshotBuilder state) =>
            state.Holders[Holder] = SnapshotBuilder.Named(state.Holders[Holder] with { FrameCount = To });
    }

    /// <summary>The flags of a frame vector were written.</summary>
    /// <param name="Holder">Its name.</param>
    /// <param name="GotRef">got_ref from now on.</param>
    /// <param name="IsPfns">is_pfns from now on.</param>
    public sealed record FrameVectorFlagsChanged(string Holder, bool? GotRef, bool? IsPfns) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Holder}.got_ref = {Text(GotRef)}, is_pfns = {Text(IsPfns)}";

        internal override void Apply(SnapshotBuilder state) =>
            state.Holders[Holder] = SnapshotBuilder.Named((FrameVectorSnapshot)state.Holders[Holder] with { GotRef = GotRef, IsPfns = IsPfns });

        private static string Text(bool? flag) => flag switch { true => "true", false => "false", null => "(unset)" };
    }
}
