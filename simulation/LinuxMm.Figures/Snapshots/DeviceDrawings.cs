namespace LinuxMm.Figures;

/// <summary>Turns a device of a snapshot into what is drawn of it.</summary>
internal static class DeviceDrawings
{
    public static DeviceDrawing Of(DeviceSnapshot device, ShownNames names) => device.State switch
    {
        DeviceState.Idle => new(names.Of(device.Name), "idle", []),
        DeviceState.Running => With(device, names, "DMA running", Tie.DmaRunning),
        DeviceState.Done => With(device, names, "DMA done", Tie.DmaDone),
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };

    private static DeviceDrawing With(DeviceSnapshot device, ShownNames names, string state, Tie tie) =>
        new(names.Of(device.Name), state, [.. device.Targets.Select(target => new TargetDrawing(target.Pfn.Number, tie, Way(target.Direction)))]);

    private static DmaWay Way(DmaDirection direction) => direction switch
    {
        DmaDirection.FromDevice => DmaWay.WritesMemory,
        DmaDirection.ToDevice => DmaWay.ReadsMemory,
        DmaDirection.Bidirectional => DmaWay.Both,
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };
}
