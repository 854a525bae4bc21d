namespace LinuxMm;

/// <summary>One process and its address space.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record ProcessSnapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it has ever pinned pages.</summary>
    public bool HasPinned { get; init; }

    /// <summary>Whether it has exited.</summary>
    public bool HasExited { get; init; }

    /// <summary>Pages that drivers have charged to it.</summary>
    public int AccountedPages { get; init; }

    /// <summary>Its mappings, by address.</summary>
    public SnapshotList<VmAreaSnapshot> VmAreas { get; init; } = [];
}
