namespace LinuxMm;

/// <summary>A driver that owns frames.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record DriverSnapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The frames it has allocated and not freed, by number.</summary>
    public SnapshotList<Pfn> Frames { get; init; } = [];
}
