namespace LinuxMm;

/// <summary>A processor and what it remembers.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record CpuSnapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it remembers, by process and address.</summary>
    public SnapshotList<TranslationSnapshot> Translations { get; init; } = [];
}
