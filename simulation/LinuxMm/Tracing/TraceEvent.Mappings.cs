namespace LinuxMm;

public abstract partial record TraceEvent
{
    /// <summary>A mapping appeared.</summary>
    /// <param name="Process">Whose.</param>
    /// <param name="Vma">The mapping; its entries are not part of it.</param>
    public sealed record VmaAdded(string Process, VmAreaSnapshot Vma) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"maps {Vma.Name} at {Vma.Range}";

        internal override void Apply(SnapshotBuilder state) => state.Process(Process).Vmas.Add(Vma.Range.Start, Vma);
    }

    /// <summary>A mapping changed its range, protection or flags.</summary>
    /// <param name="Process">Whose.</param>
    /// <param name="From">Before.</param>
    /// <param name="To">After.</param>
    public sealed record VmaChanged(string Process, VmAreaSnapshot From, VmAreaSnapshot To) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{To.Name} is now {To.Range} {To.Protection} {To.Flags}";

        internal override void Apply(SnapshotBuilder state)
        {
            var vmas = state.Process(Process).Vmas;
            vmas.Remove(From.Range.Start);
            vmas.Add(To.Range.Start, To);
        }
    }

    /// <summary>A mapping went away.</summary>
    /// <param name="Process">Whose.</param>
    /// <param name="Vma">The mapping.</param>
    public sealed record VmaRemoved(string Process, VmAreaSnapshot Vma) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"unmaps {Vma.Name} at {Vma.Range}";

        internal override void Apply(SnapshotBuilder state) => state.Process(Process).Vmas.Remove(Vma.Range.Start);
    }

    /// <summary>A page table entry was set, changed or cleared.</summary>
    /// <param name="Process">Whose.</param>
    /// <param name="From">Before, or null when it was empty.</param>
    /// <param name="To">After, or null when it is empty.</param>
    /// <param name="Reason">Which function did it.</param>
    public sealed record PteChanged(string Process, PteSnapshot? From, PteSnapshot? To, string Reason) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => To is null
            ? $"{From!.Address} no longer maps {From.Pfn} ({Reason})"
            : $"{To.Address} maps {To.Pfn}{(To.IsWritable ? " W" : "")}{(To.IsSpecial ? " S" : "")}{(To.IsDirty ? " D" : "")} ({Reason})";

        internal override void Apply(SnapshotBuilder state)
        {
            var entries = state.Process(Process).Entries;
            if (To is null)
            {
                entries.Remove(From!.Address);
            }
            else
            {
                entries[To.Address] = To;
            }
        }
    }
}
