namespace LinuxMm;

/// <summary>The size of a machine and how it is watched. Frames cost nothing until they are used.</summary>
[ModelOnly("Hardware and boot parameters decide this.")]
public sealed record MachineOptions
{
    /// <summary>Frames of ordinary memory, numbered from 1 on. 0x5ff by default; 0x100000 are 4 GiB.</summary>
    public int NormalFrames { get; init; } = 0x5ff;

    /// <summary>Frames that are lent to movable pages until a driver wants a contiguous buffer; they follow the ordinary ones.</summary>
    public int CmaFrames { get; init; } = 0x100;

    /// <summary>Frames of the movable zone; they follow the contiguous ones.</summary>
    public int MovableFrames { get; init; } = 0x100;

    /// <summary>Where the pages of processes and files come from unless a mapping or a file says otherwise: with <see cref="Zone.Movable"/> the machine is one that was booted with a movable zone.</summary>
    public Zone UserZone { get; init; } = Zone.Normal;

    /// <summary>Whether every change is written to <see cref="Machine.Trace"/>.</summary>
    public bool IsTracing { get; init; } = true;

    /// <summary>Whether the invariants are checked after every call.</summary>
    public bool ChecksInvariants { get; init; } = true;

    /// <summary>The first frame of the first device window: 0x900, or the first round number beyond memory.</summary>
    public Pfn FirstDeviceFrame => new(Math.Max(0x900, (((ulong)NormalFrames + (ulong)CmaFrames + (ulong)MovableFrames) | 0xff) + 1));
}
