namespace LinuxMm;

/// <summary>What kind of queue a video device has.</summary>
/// <param name="Memops">Its allocator.</param>
/// <param name="SizeImageBytes">The smallest buffer that holds a picture.</param>
/// <param name="Direction">From the device for capture, to the device for output.</param>
[LinuxSource("include/media/videobuf2-core.h", "struct vb2_queue", Tag = "v5.17")]
public sealed record Vb2QueueOptions(
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_queue.mem_ops", Tag = "v5.17")] Vb2Memops Memops,
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_plane.min_length", Tag = "v5.17")] long SizeImageBytes,
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_queue.dma_dir", Tag = "v5.17")] DmaDirection Direction = DmaDirection.FromDevice);
