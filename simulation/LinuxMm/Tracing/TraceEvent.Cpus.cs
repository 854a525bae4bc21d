namespace LinuxMm;

public abstract partial record TraceEvent
{
    /// <summary>A processor that remembers translations was added.</summary>
    /// <param name="Cpu">Its name.</param>
    public sealed record CpuAdded(string Cpu) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"processor {Cpu}";

        internal override void Apply(SnapshotBuilder state) => state.Cpus.Add(Cpu, []);
    }

    /// <summary>A processor remembers an address from now on.</summary>
    /// <param name="Cpu">Its name.</param>
    /// <param name="Translation">What it remembers.</param>
    public sealed record TranslationRemembered(string Cpu, TranslationSnapshot Translation) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Cpu} remembers {Translation.Address} of {Translation.Process} as {Translation.Pfn}";

        internal override void Apply(SnapshotBuilder state) => state.Cpus[Cpu].Add((Translation.Process, Translation.Address), Translation);
    }

    /// <summary>A processor was made to forget an address.</summary>
    /// <param name="Cpu">Its name.</param>
    /// <param name="Translation">What it remembered.</param>
    public sealed record TranslationForgotten(string Cpu, TranslationSnapshot Translation) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Cpu} forgets {Translation.Address} of {Translation.Process}";

        internal override void Apply(SnapshotBuilder state) => state.Cpus[Cpu].Remove((Translation.Process, Translation.Address));
    }
}
