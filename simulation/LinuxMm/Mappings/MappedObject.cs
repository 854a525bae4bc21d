namespace LinuxMm;

/// <summary>Something that can be mapped by descriptor: a driver's device node or a file.</summary>
[LinuxSource("include/linux/fs.h", "struct file", Tag = "v5.17")]
public abstract class MappedObject
{
    private protected MappedObject(Machine machine, string name)
    {
        Machine = machine;
        Name = name;
    }

    /// <summary>What the scenario calls it.</summary>
    [ModelOnly("Names for people.")]
    public string Name { get; }

    /// <summary>What stands behind a mapping of it.</summary>
    [ModelOnly("The kernel tells kinds apart by vm_ops, vm_file and the file system.")]
    public abstract MappedKind Kind { get; }

    internal Machine Machine { get; }

    /// <summary>A mapping of it went away.</summary>
    internal virtual void Closed(VmArea vma)
    {
    }

    /// <summary>The page of page cache behind an offset, or null where an access raises SIGBUS.</summary>
    internal abstract Page? PageAt(long index);
}
