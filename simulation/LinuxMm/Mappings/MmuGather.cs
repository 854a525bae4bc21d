namespace LinuxMm;

/// <summary>What <c>munmap</c> has taken out of the page table and not yet made every processor forget.</summary>
[LinuxSource("include/asm-generic/tlb.h", "struct mmu_gather", Tag = "v5.17")]
public sealed class MmuGather
{
    private readonly MemoryDescriptor _process;
    private readonly List<VirtualAddress> _addresses = [];
    private readonly List<Page> _pages = [];

    internal MmuGather(MemoryDescriptor process) => _process = process;

    /// <summary>Whether <see cref="Finish"/> was called.</summary>
    [ModelOnly("The structure lives on a stack.")]
    public bool IsFinished { get; private set; }

    /// <summary>Pages that are not mapped any more and keep this reference until no processor remembers them.</summary>
    internal IReadOnlyList<Page> Pages => _pages;

    /// <summary>Makes every processor forget what was taken out, and then drops the references.</summary>
    /// <exception cref="InvalidOperationException">It was finished before.</exception>
    [LinuxSource("mm/mmu_gather.c", "tlb_finish_mmu", Tag = "v5.17")]
    public void Finish()
    {
        if (IsFinished)
        {
            throw new InvalidOperationException("This munmap was finished before.");
        }

        using var call = _process.Machine.Enter(_process.Name);
        Flush();
        IsFinished = true;
        _process.Machine.Gathers.Remove(this);
        foreach (var page in _pages)
        {
            _process.Machine.PutPage(page, "tlb_finish_mmu");
        }

        call.Returned("tlb_finish_mmu", _process.Name, "done");
    }

    /// <summary>How much is still to be forgotten.</summary>
    [ModelOnly("Text for people.")]
    public override string ToString() => $"{_addresses.Count} to forget";

    internal void Add(VirtualAddress address) => _addresses.Add(address);

    internal void Add(Page page) => _pages.Add(page);

    internal void Flush()
    {
        foreach (var address in _addresses)
        {
            _process.Machine.Flush(_process, address);
        }

        _addresses.Clear();
    }
}
