namespace LinuxMm;

/// <summary>One call of get_vaddr_frames(), after the checks that all eras share.</summary>
internal readonly record struct FrameVectorFill(MemoryDescriptor Mm, VirtualAddress Start, int FrameCount, bool Write, FrameVector Vector);
