namespace LinuxMm;

/// <summary>The kernel would have stopped here with BUG_ON: no caller can go on.</summary>
/// <param name="condition">The condition as the kernel states it.</param>
[LinuxSource("include/asm-generic/bug.h", "BUG_ON", Tag = "v5.17")]
public sealed class KernelBugException(string condition) : Exception($"kernel BUG: {condition}")
{
    /// <summary>The condition as the kernel states it.</summary>
    [LinuxSource("include/asm-generic/bug.h", "BUG_ON", Tag = "v5.17")]
    public string Condition { get; } = condition;
}
