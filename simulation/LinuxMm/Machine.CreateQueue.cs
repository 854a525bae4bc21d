namespace LinuxMm;

public sealed partial class Machine
{
    /// <summary>Makes the queue of a video device. Its driver, which owns what it allocates, is called after it.</summary>
    /// <param name="device">The device.</param>
    /// <param name="options">The kind of queue.</param>
    [LinuxSource("drivers/media/common/videobuf2/videobuf2-core.c", "vb2_core_queue_init", Tag = "v5.17")]
    public Vb2Queue CreateQueue(Device device, Vb2QueueOptions options) => new(device, AddDriver(FreshName($"{device.Name} driver")), options);
}
