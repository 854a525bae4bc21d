namespace LinuxMm;

/// <summary>/dev/zero: mapped privately it is anonymous memory that has a file, mapped shared it is shmem.</summary>
[LinuxSource("drivers/char/mem.c", "mmap_zero", Tag = "v5.17")]
public sealed class DevZero : MappedObject
{
    internal DevZero(Machine machine, string name)
        : base(machine, name)
    {
    }

    /// <inheritdoc/>
    [ModelOnly("The kernel tells kinds apart by vm_ops, vm_file and the file system.")]
    public override MappedKind Kind => MappedKind.Anonymous;

    internal override Page? PageAt(long index) => null;
}
