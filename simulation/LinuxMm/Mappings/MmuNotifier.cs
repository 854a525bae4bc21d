namespace LinuxMm;

/// <summary>Somebody who follows page tables without holding pages and is told before entries go away, such as KVM.</summary>
/// <param name="name">What the scenario calls it.</param>
[LinuxSource("include/linux/mmu_notifier.h", "struct mmu_notifier", Tag = "v5.17")]
public sealed class MmuNotifier(string name)
{
    /// <summary>What the scenario calls it.</summary>
    [ModelOnly("Names for people.")]
    public string Name { get; } = name;

    /// <summary>What it does when a range is about to change; it must stop using what it looked up there.</summary>
    [LinuxSource("include/linux/mmu_notifier.h", "mmu_notifier_ops.invalidate_range_start", Tag = "v5.17")]
    public Action<AddressRange>? InvalidateRange { get; set; }
}
