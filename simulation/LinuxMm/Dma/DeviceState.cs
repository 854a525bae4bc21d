namespace LinuxMm;

/// <summary>What a device is doing.</summary>
[ModelOnly("Hardware has its own registers for this.")]
public enum DeviceState
{
    /// <summary>Nothing was started.</summary>
    Idle,

    /// <summary>The device knows where to write and will, at a time of its choosing.</summary>
    Running,

    /// <summary>The last transfer is over.</summary>
    Done,
}
