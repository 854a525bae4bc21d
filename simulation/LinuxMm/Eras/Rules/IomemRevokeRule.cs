namespace LinuxMm;

/// <summary>Which mappings go away when a driver claims the device memory behind them.</summary>
[LinuxSource("kernel/resource.c", "revoke_iomem", Tag = "v5.12", Since = "v5.12")]
public enum IomemRevokeRule
{
    /// <summary>None: an application keeps what it has mapped.</summary>
    [LinuxSource("drivers/char/mem.c", "mmap_mem", Tag = "v5.7")]
    [Mainline("4.3", Until = "5.7")]
    Never,

    /// <summary>Those of /dev/mem.</summary>
    [LinuxSource("drivers/char/mem.c", "revoke_devmem", Commit = "3234ac664a87", Since = "v5.8", Until = "v5.11")]
    [Mainline("5.8", Until = "5.11")]
    DevMem,

    /// <summary>Those of /dev/mem and of PCI resource files.</summary>
    [LinuxSource("kernel/resource.c", "revoke_iomem", Commit = "636b21b50152", Since = "v5.12")]
    [Mainline("5.12")]
    DevMemAndPci,
}
