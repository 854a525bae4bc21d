namespace LinuxMm;

/// <summary>What a V4L2 application passes: an address, a length, and which device will read or write there.</summary>
/// <param name="Device">The device.</param>
/// <param name="Process">Whose address it is.</param>
/// <param name="Address">The address; it need not be aligned.</param>
/// <param name="SizeBytes">The length.</param>
/// <param name="Direction">Which way the bytes go.</param>
[LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")]
public sealed record Vb2UserPointer(
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")] Device Device,
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")] MemoryDescriptor Process,
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")] VirtualAddress Address,
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")] long SizeBytes,
    [property: LinuxSource("include/media/videobuf2-core.h", "vb2_mem_ops.get_userptr", Tag = "v5.17")] DmaDirection Direction = DmaDirection.FromDevice)
{
    internal bool IsWritten => Direction != DmaDirection.ToDevice;
}
