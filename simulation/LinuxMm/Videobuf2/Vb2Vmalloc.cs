namespace LinuxMm;

/// <summary>Maps the buffer into the kernel's own address space; the CPU plays the device.</summary>
[LinuxSource("drivers/media/common/videobuf2/videobuf2-vmalloc.c", "vb2_vmalloc_get_userptr", Tag = "v5.17")]
internal sealed class Vb2Vmalloc : Vb2Memops
{
    public override string Name => "vb2_vmalloc";

    private protected override KernelResult<Vb2Buffer> Get(Vb2UserPointer request)
    {
        var created = CreateFramevec(request);
        if (created.Errno is { } error)
        {
            return error;
        }

        var vector = created.Value;
        if (vector.ToPages().IsSuccess)
        {
            _ = FramesOf(vector);
            return new Vb2Buffer(request, vector, Vb2Mapping.VmMapRam);
        }

        if (AreConsecutive(FramesOf(vector)))
        {
            return new Vb2Buffer(request, vector, Vb2Mapping.IoRemap);
        }

        DestroyFramevec(vector);
        return Errno.ENOMEM;
    }

    private protected override void Release(Vb2Buffer buffer)
    {
        if (buffer.Mapping == Vb2Mapping.VmMapRam)
        {
            DirtyPages(buffer);
        }
    }
}
