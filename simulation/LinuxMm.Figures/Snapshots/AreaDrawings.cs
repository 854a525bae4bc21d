using System.Collections.Immutable;

namespace LinuxMm.Figures;

/// <summary>Turns a mapping of a snapshot into what is drawn of it.</summary>
internal static class AreaDrawings
{
    private static readonly ImmutableArray<(VmFlags Flag, string Name)> ShownFlags =
        [(VmFlags.Io, "IO"), (VmFlags.PfnMap, "PFNMAP"), (VmFlags.MixedMap, "MIXEDMAP")];

    public static AreaDrawing Of(VmAreaSnapshot vma, bool isProtagonist, IReadOnlySet<Pfn> withoutPage) => new(
        CleanText.Name(vma.Name),
        Page(vma.Range.Start),
        vma.Range.Pages,
        Kind(vma, isProtagonist, withoutPage),
        Access(vma),
        [.. vma.Ptes.Select(pte => new EntryDrawing(Page(pte.Address), pte.Pfn.Number, Flags(pte)))]);

    private static ulong Page(VirtualAddress address) => address.Value >> VirtualAddress.PageShift;

    private static MemoryKind Kind(VmAreaSnapshot vma, bool isProtagonist, IReadOnlySet<Pfn> withoutPage) => vma.Kind switch
    {
        MappedKind.Anonymous => isProtagonist ? MemoryKind.Anonymous : MemoryKind.OtherOwner,
        MappedKind.Driver => vma.Ptes.Any(pte => withoutPage.Contains(pte.Pfn)) ? MemoryKind.NoStructPage : MemoryKind.Kernel,
        _ => MemoryKind.OtherOwner,
    };

    /// <summary>As in <c>/proc/pid/maps</c>, then what stands behind it, then the flags that decide who may follow it.</summary>
    private static string Access(VmAreaSnapshot vma)
    {
        var permissions = string.Concat(
            vma.Protection.HasFlag(Protection.Read) ? 'r' : '-',
            vma.Protection.HasFlag(Protection.Write) ? 'w' : '-',
            vma.Protection.HasFlag(Protection.Execute) ? 'x' : '-',
            vma.Sharing == Sharing.Shared ? 's' : 'p');
        var flags = ShownFlags.Where(shown => vma.Flags.HasFlag(shown.Flag)).Select(shown => shown.Name);
        return string.Join(' ', [permissions, .. Word(vma.Kind), .. flags]);
    }

    private static ImmutableArray<string> Word(MappedKind kind) => kind switch
    {
        MappedKind.Driver => [],
        MappedKind.Anonymous => ["anon"],
        MappedKind.FsDax => ["DAX"],
        MappedKind.HugeTlb => ["hugetlb"],
        MappedKind.Secret => ["secret"],
        MappedKind.Shmem => ["shmem"],
        MappedKind.File => ["file"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Flags(PteSnapshot pte) => string.Join(' ', [pte.IsWritable ? "W" : "R", .. One(pte.IsDirty, "D"), .. One(pte.IsSpecial, "S")]);

    private static ImmutableArray<string> One(bool isSet, string letter) => isSet ? [letter] : [];
}
