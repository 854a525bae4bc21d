namespace LinuxMm;

/// <summary>One mapping of a process.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record VmAreaSnapshot
{
    /// <summary>What the scenario calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Its addresses.</summary>
    public required AddressRange Range { get; init; }

    /// <summary>What the CPU may do.</summary>
    public Protection Protection { get; init; }

    /// <summary>Private or shared.</summary>
    public Sharing Sharing { get; init; }

    /// <summary>Its flags.</summary>
    public VmFlags Flags { get; init; }

    /// <summary>What stands behind it.</summary>
    public MappedKind Kind { get; init; }

    /// <summary>The entries that are present, by address. A page of the range that is missing here has an empty entry.</summary>
    public SnapshotList<PteSnapshot> Ptes { get; init; } = [];
}
