namespace LinuxMm;

/// <summary>A processor that remembers translations, so that it may go on writing through an entry which the page table no longer has.</summary>
/// <remarks>
/// Simplified: it remembers whole pages and forgets one only when it is told to. Processes that access memory without naming
/// a processor walk the page table each time.
/// </remarks>
[LinuxSource("arch/x86/mm/tlb.c", "struct tlb_state", Tag = "v5.17")]
public sealed class Cpu
{
    private readonly SortedDictionary<(string Process, ulong Page), (TranslationSnapshot Shown, HazardChecker.Naming Then)> _translations = [];

    internal Cpu(Machine machine, string name)
    {
        Machine = machine;
        Name = name;
    }

    /// <summary>What the scenario calls it.</summary>
    [ModelOnly("Names for people.")]
    public string Name { get; }

    /// <summary>What it remembers, by process and address.</summary>
    [ModelOnly("The TLB cannot be read.")]
    public IReadOnlyList<TranslationSnapshot> Translations => [.. _translations.Values.Select(translation => translation.Shown)];

    internal Machine Machine { get; }

    /// <summary>A thread of a process writes text on this processor: where it remembers a translation, no page table is looked at.</summary>
    /// <param name="process">Whose thread.</param>
    /// <param name="address">Any address.</param>
    /// <param name="text">ASCII text that ends in the same page.</param>
    /// <returns>The number of bytes, or EFAULT where a signal would have been raised.</returns>
    [LinuxSource("mm/memory.c", "handle_mm_fault", Tag = "v5.17")]
    public KernelResult<int> Write(MemoryDescriptor process, VirtualAddress address, string text)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, VirtualAddress.PageSize - address.OffsetInPage, nameof(text));
        using var call = Machine.Enter(Name);
        if (Remembered(process, address) is not { Shown.IsWritable: true } remembered)
        {
            var result = process.Write(address, text);
            Fill(process, address);
            return call.Returned("write access", (process.Name, address, text), result);
        }

        Machine.Memory.FrameAt(remembered.Shown.Pfn).Write(address.OffsetInPage, System.Text.Encoding.ASCII.GetBytes(text));
        Machine.Checker.CpuWrites(Name, remembered.Shown.Pfn, remembered.Then);
        return call.Returned<KernelResult<int>>("write access by a remembered translation", (process.Name, address, text), text.Length);
    }

    internal void Forget(MemoryDescriptor process, VirtualAddress address)
    {
        if (_translations.Remove((process.Name, address.PageNumber), out var forgotten) && Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.TranslationForgotten(Name, forgotten.Shown));
        }
    }

    internal CpuSnapshot Snapshot() => new() { Name = Name, Translations = [.. Translations] };

    private (TranslationSnapshot Shown, HazardChecker.Naming Then)? Remembered(MemoryDescriptor process, VirtualAddress address) =>
        _translations.TryGetValue((process.Name, address.PageNumber), out var found) ? found : null;

    private void Fill(MemoryDescriptor process, VirtualAddress address)
    {
        if (process.PageTable.Find(address) is not { IsAccessible: true } entry)
        {
            return;
        }

        Forget(process, address);
        var shown = new TranslationSnapshot(process.Name, address.PageStart, entry.Pfn, entry.IsWritable);
        if (Machine.IsTracing)
        {
            Machine.Record(new TraceEvent.TranslationRemembered(Name, shown));
        }

        _translations.Add((process.Name, address.PageNumber), (shown, Machine.Checker.Name(entry.Pfn)));
    }
}
