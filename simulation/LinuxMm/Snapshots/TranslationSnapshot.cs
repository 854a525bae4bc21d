namespace LinuxMm;

/// <summary>One address as a processor remembers it, whatever the page table says by now.</summary>
/// <param name="Process">Whose address.</param>
/// <param name="Address">The first address of the page.</param>
/// <param name="Pfn">The frame.</param>
/// <param name="IsWritable">Whether it may be written without asking again.</param>
[ModelOnly("A picture of a machine has no kernel counterpart.")]
public sealed record TranslationSnapshot(string Process, VirtualAddress Address, Pfn Pfn, bool IsWritable);
