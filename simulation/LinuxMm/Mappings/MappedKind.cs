namespace LinuxMm;

/// <summary>What stands behind a mapping.</summary>
[ModelOnly("The kernel tells kinds apart by vm_ops, vm_file and the file system.")]
public enum MappedKind
{
    /// <summary>Memory of the process itself, zero at first.</summary>
    Anonymous,

    /// <summary>A driver's mmap: it decides what the entries hold.</summary>
    Driver,

    /// <summary>The page cache of shmem: tmpfs, memfd, shared anonymous memory.</summary>
    Shmem,

    /// <summary>The page cache of a file system that tracks dirty pages, such as ext4.</summary>
    File,

    /// <summary>A DAX file: the pages are the storage itself.</summary>
    FsDax,

    /// <summary>memfd_secret: memory that the kernel itself may not touch.</summary>
    Secret,

    /// <summary>hugetlbfs or MAP_HUGETLB: 2 MiB pages.</summary>
    HugeTlb,
}
