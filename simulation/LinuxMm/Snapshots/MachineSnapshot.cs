namespace LinuxMm;

/// <summary>The whole state of a <see cref="Machine"/> at one moment, immutable and comparable. Pictures and checks read nothing else.</summary>
/// <remarks>Only frames that were ever used appear, by number. Everything else stands in the order in which it was created.</remarks>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record MachineSnapshot
{
    /// <summary>The name of the era by whose rules the machine runs, such as <c>B2</c>.</summary>
    public required string Era { get; init; }

    /// <summary>The frames that were ever used, by number.</summary>
    public SnapshotList<FrameSnapshot> Frames { get; init; } = [];

    /// <summary>The processes.</summary>
    public SnapshotList<ProcessSnapshot> Processes { get; init; } = [];

    /// <summary>What holds frames outside page tables: frame vectors, arrays of pages.</summary>
    public SnapshotList<HolderSnapshot> Holders { get; init; } = [];

    /// <summary>The devices.</summary>
    public SnapshotList<DeviceSnapshot> Devices { get; init; } = [];

    /// <summary>The drivers.</summary>
    public SnapshotList<DriverSnapshot> Drivers { get; init; } = [];

    /// <summary>The processors that remember translations.</summary>
    public SnapshotList<CpuSnapshot> Cpus { get; init; } = [];

    /// <summary>What went wrong, in order.</summary>
    public SnapshotList<Hazard> Hazards { get; init; } = [];

    /// <summary>What the kernel log says: WARN_ONCE texts, in order.</summary>
    public SnapshotList<string> Warnings { get; init; } = [];

    /// <summary>Folds a trace over an empty machine.</summary>
    /// <remarks>Ensures: for a machine's own complete trace the result equals <see cref="Machine.Snapshot"/>.</remarks>
    /// <param name="trace">The events, from the first on.</param>
    public static MachineSnapshot FromTrace(IEnumerable<TraceEvent> trace)
    {
        var state = new SnapshotBuilder();
        foreach (var step in trace)
        {
            step.Apply(state);
        }

        return state.Build();
    }
}
