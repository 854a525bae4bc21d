namespace LinuxMm;

public abstract partial record TraceEvent
{
    /// <summary>A device was plugged in.</summary>
    /// <param name="Device">Its name.</param>
    public sealed record DeviceAdded(string Device) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"device {Device}";

        internal override void Apply(SnapshotBuilder state) => state.Devices.Add(Device, new DeviceSnapshot { Name = Device });
    }

    /// <summary>A device was told where to write or read.</summary>
    /// <param name="Device">Its name.</param>
    /// <param name="Targets">The frames.</param>
    public sealed record DmaStarted(string Device, SnapshotList<DmaTargetSnapshot> Targets) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Device} is told {string.Join(", ", Targets.Select(target => target.Pfn))}";

        internal override void Apply(SnapshotBuilder state) =>
            state.Devices[Device] = state.Devices[Device] with { State = DeviceState.Running, Targets = Targets };
    }

    /// <summary>A device finished or was stopped.</summary>
    /// <param name="Device">Its name.</param>
    public sealed record DmaEnded(string Device) : TraceEvent
    {
        /// <inheritdoc/>
        public override string Description => $"{Device} is done";

        internal override void Apply(SnapshotBuilder state) =>
            state.Devices[Device] = state.Devices[Device] with { State = DeviceState.Done };
    }
}
