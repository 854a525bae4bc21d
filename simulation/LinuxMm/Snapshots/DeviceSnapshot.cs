namespace LinuxMm;

/// <summary>A device that can move bytes by itself.</summary>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record DeviceSnapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is doing.</summary>
    public DeviceState State { get; init; }

    /// <summary>Where the running or last transfer goes.</summary>
    public SnapshotList<DmaTargetSnapshot> Targets { get; init; } = [];
}
