namespace LinuxMm;

/// <summary>What KVM does with a frame that it found by following a raw entry of its guest's memory.</summary>
[LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn_remapped", Tag = "v6.12")]
public enum KvmPfnRule
{
    /// <summary>It takes the number, believes that it may be written, and counts a reference if a struct page exists.</summary>
    [LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn_remapped", Tag = "v5.10")]
    [Mainline("4.3", Until = "5.11")]
    AssumesWritable,

    /// <summary>It looks at the permission, and counts a reference if a struct page exists.</summary>
    [LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn_remapped", Commit = "bd2fae8da794")]
    [Mainline("5.12", Until = "5.12")]
    ChecksPermission,

    /// <summary>It also refuses pages that have no reference to add to.</summary>
    [LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn_remapped", Commit = "f8be156be163")]
    [Mainline("5.13", Until = "6.12")]
    RefusesFreePages,

    /// <summary>It counts nothing and relies on its notifier; who wants to keep the frame is refused.</summary>
    [LinuxSource("virt/kvm/kvm_main.c", "hva_to_pfn_remapped", Tag = "v6.18")]
    [Mainline("6.13")]
    NoReferences,
}
