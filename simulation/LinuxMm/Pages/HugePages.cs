namespace LinuxMm;

/// <summary>Compound pages of 2 MiB: 512 frames with the counters of one.</summary>
[LinuxSource("mm/huge_memory.c", "do_huge_pmd_anonymous_page", Tag = "v5.17")]
[LinuxSource("mm/hugetlb.c", "hugetlb_no_page", Tag = "v5.17")]
internal static class HugePages
{
    /// <summary>Frames of a 2 MiB page.</summary>
    public const int Frames = 512;

    private const ulong Bytes = (ulong)Frames << VirtualAddress.PageShift;

    /// <summary>The 2 MiB around an address.</summary>
    public static AddressRange Around(VirtualAddress address)
    {
        var start = new VirtualAddress(address.Value & ~(Bytes - 1));
        return new AddressRange(start, start.Page(Frames));
    }

    /// <summary>A cleared compound page with one reference, or null when memory has no such run.</summary>
    public static Page? Allocate(Machine machine, string owner, Zone zone)
    {
        if (machine.Memory.Allocate(machine.AllowedZone(zone), Frames, Frames) is not { } head)
        {
            return null;
        }

        Compose(head, Frames);
        for (var i = 0; i < Frames; i++)
        {
            var frame = machine.Memory.FrameAt(head.Pfn + i);
            frame.SetOwner(owner);
            frame.Clear();
        }

        head.SetRefCount(1, "prep_compound_page");
        return head;
    }

    /// <summary>Makes one page of consecutive frames: the first carries the counters of all.</summary>
    [LinuxSource("mm/page_alloc.c", "prep_compound_page", Tag = "v5.17")]
    public static void Compose(Page head, int frames)
    {
        for (var i = 0; i < frames; i++)
        {
            var page = head.Frame.Machine.Memory.PfnToPage(head.Pfn + i);
            page.SetHead(i == 0 ? null : head, i == 0 ? frames : 1);
            page.SetFlags(i == 0 ? PageFlags.Head : PageFlags.Tail);
        }
    }

    /// <summary>A page of the hugetlb reserve, which lies in one zone: while somebody pins for long there may be none.</summary>
    public static Page? AllocateReserved(Machine machine, string owner, Zone zone)
    {
        if (machine.AllowedZone(zone) != zone || Allocate(machine, owner, zone) is not { } head)
        {
            return null;
        }

        head.IsHugeTlb = true;
        return head;
    }

    /// <summary>Maps all frames by one entry of a higher level. The caller gives the reference.</summary>
    public static void Map(MemoryDescriptor mm, VirtualAddress start, Page head, PageTableEntry template)
    {
        for (var i = 0; i < Frames; i++)
        {
            var page = mm.Machine.Memory.PfnToPage(head.Pfn + i);
            page.SetMapCount(page.MapCount + 1, "set_pmd_at");
            mm.SetPte(start.Page(i), template with { Pfn = page.Pfn, IsHuge = true }, "set_pmd_at");
        }
    }

    /// <summary>Unmaps what one entry of a higher level maps, and drops its one reference.</summary>
    public static void Unmap(MemoryDescriptor mm, VirtualAddress start, string reason)
    {
        var head = mm.Machine.Memory.PfnToPage(mm.PageTable.Find(start)!.Value.Pfn).Head;
        for (var i = 0; i < Frames; i++)
        {
            mm.SetPte(start.Page(i), null, reason);
            var page = mm.Machine.Memory.PfnToPage(head.Pfn + i);
            page.SetMapCount(page.MapCount - 1, reason);
            if (head.HasFlag(PageFlags.Anon))
            {
                page.Frame.SetOwner(page.MapCount == 0 ? "" : mm.Machine.AnonymousOwner(page));
            }
        }

        mm.Machine.PutPage(head, reason);
    }

    public static void CopyContents(Page from, Page to)
    {
        var memory = from.Frame.Machine.Memory;
        for (var i = 0; i < Frames; i++)
        {
            var contents = memory.FrameAt(from.Pfn + i).Contents;
            if (!contents.IsClear)
            {
                memory.FrameAt(to.Pfn + i).Write(0, contents.ToArray());
            }
        }
    }

    /// <summary>Replaces one entry of a higher level by 512 small ones; the page stays compound.</summary>
    [LinuxSource("mm/huge_memory.c", "__split_huge_pmd", Tag = "v5.17")]
    public static void Split(MemoryDescriptor mm, VirtualAddress address)
    {
        var range = Around(address);
        var head = mm.Machine.Memory.PfnToPage(mm.PageTable.Find(range.Start)!.Value.Pfn).Head;
        head.AddReferences(Frames - 1, "__split_huge_pmd");
        var marker = head.Flags & PageFlags.AnonExclusive;
        for (var i = 0; i < Frames; i++)
        {
            var at = range.Start.Page(i);
            var page = mm.Machine.Memory.PfnToPage(head.Pfn + i);
            page.SetFlags(page.Flags | marker);
            mm.SetPte(at, mm.PageTable.Find(at)!.Value with { IsHuge = false }, "__split_huge_pmd");
        }
    }
}
