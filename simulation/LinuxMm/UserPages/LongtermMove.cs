namespace LinuxMm;

/// <summary>What became of the pages that a pin for long may not leave where they are.</summary>
[ModelOnly("The kernel has a local variable for it.")]
internal enum LongtermMove
{
    /// <summary>None is in forbidden memory.</summary>
    NotNeeded,

    /// <summary>All have moved: pin again, and look again.</summary>
    AllMoved,

    /// <summary>Some would not move, and the old rule pins them where they are: pin again, and look no more.</summary>
    SomeStayed,
}
