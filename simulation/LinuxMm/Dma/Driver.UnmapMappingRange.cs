namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>Removes all entries of all mappings of this driver, as a GPU driver does before it moves a buffer, and as revoking /dev/mem does.</summary>
    /// <remarks>Ensures: the next touch faults. Nobody who copied a frame number out of an entry is told.</remarks>
    [LinuxSource("mm/memory.c", "unmap_mapping_range", Tag = "v5.17")]
    [LinuxSource("kernel/resource.c", "revoke_iomem", Commit = "71a1d8ed900f", Since = "v5.12")]
    public void UnmapMappingRange()
    {
        using var call = Machine.Enter(Name);
        foreach (var process in Machine.ProcessList)
        {
            foreach (var vma in process.VmAreas.Where(vma => vma.Object == this))
            {
                process.NotifyInvalidate(vma.Range);
                process.Zap(vma, vma.Range, "unmap_mapping_range");
            }
        }

        call.Returned("unmap_mapping_range", Name, "done");
    }

    /// <summary>Gives frames of the device's own memory to another buffer: whoever still has their numbers has the wrong ones.</summary>
    /// <param name="frames">Frames that <see cref="AddDeviceMemory"/> returned.</param>
    /// <param name="owner">What they are from now on, such as <c>gpu: another buffer</c>.</param>
    [ModelOnly("How a driver manages the memory on its card is its own affair.")]
    public void ReuseDeviceMemory(PfnRange frames, string owner)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        using var call = Machine.Enter(Name);
        for (var i = 0; i < frames.Count; i++)
        {
            if (Machine.Memory.PfnValid(frames[i]))
            {
                throw new ArgumentException($"{frames[i]} is memory, not a part of {Name}'s device window.", nameof(frames));
            }

            Machine.Checker.Freed(frames[i]);
            Machine.Memory.FrameAt(frames[i]).SetOwner(owner);
        }

        call.Returned("reuse", frames, owner);
    }
}
