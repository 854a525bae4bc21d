using System.Collections.Immutable;

namespace RuleRemoval;

/// <summary>The rules that the pages explain, each with the smallest change of the model that removes it.</summary>
public static class Rules
{
    /// <summary>Every rule.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new(
            "pin-is-taken",
            "pin_user_pages() adds a pin to the page.",
            "UserPages/GrabPage.cs",
            "            Pin(page);\n",
            "            _ = page;\n",
            "learn/pins", "learn/a-number-is-not-a-promise", "thread/the-proper-model", "migrate/get-to-pin", "migrate/checklist"),
        new(
            "pin-weighs-1024",
            "A pin of a small page adds 1024 to its reference count.",
            "Pages/Page.cs",
            "PinBias = 1 << 10;",
            "PinBias = 1 << 9;",
            "learn/pins", "learn/a-number-is-not-a-promise", "thread/the-mail"),
        new(
            "munmap-takes-entries",
            "munmap() takes the entries away and drops their references.",
            "Mappings/MemoryDescriptor.Munmap.cs",
            "            Zap(inside, inside.Range, \"munmap\");\n",
            "",
            "learn/references", "learn/a-number-is-not-a-promise", "migrate/errors"),
        new(
            "raw-memory-is-EFAULT",
            "Pinning a raw mapping fails, and the error is EFAULT.",
            "UserPages/CheckVmaFlags.cs",
            "(VmFlags.Io | VmFlags.PfnMap)) != 0)\n        {\n            return Errno.EFAULT;",
            "(VmFlags.Io | VmFlags.PfnMap)) != 0)\n        {\n            return Errno.EINVAL;",
            "learn/memory-without-pages", "thread/the-mail", "thread/aftermath", "migrate/errors", "reference/eras", "reference/errors"),
        new(
            "long-pins-leave-movable-memory",
            "Before a long pin, a page leaves memory that must stay movable.",
            "UserPages/LongtermPages.cs",
            "zone == Zone.Cma || (zone == Zone.Movable && rule == LongtermRule.LeaveCmaAndMovable)",
            "false",
            "learn/pins", "migrate/start", "reference/eras"),
        new(
            "fork-copies-pinned-pages",
            "fork() copies a pinned page for the child at once.",
            "Mappings/MemoryDescriptor.Fork.cs",
            "if (MustCopy(vma, page))",
            "if (MustCopy(vma, page) && !page.MaybeDmaPinned)",
            "learn/pins", "thread/the-proper-model", "migrate/get-to-pin", "migrate/checklist"),
        new(
            "raw-entries-are-special",
            "remap_pfn_range() writes special entries, which count nothing.",
            "Dma/Driver.RemapPfnRange.cs",
            "IsSpecial: true",
            "IsSpecial: false",
            "learn/memory-without-pages", "learn/references", "thread/the-proper-model"),
        new(
            "no-page-no-pointer",
            "frame_vector_to_pages() refuses a number without a struct page.",
            "FrameVectors/FrameVector.Convert.cs",
            "if (!Machine.Memory.PfnValid(Slot(i).Pfn!.Value))",
            "if (!Machine.Memory.PfnValid(Slot(i).Pfn!.Value) && i < 0)",
            "thread/frame-vector", "thread/vb2-userptr"),
        new(
            "conversion-holds-nothing",
            "frame_vector_to_pages() leaves got_ref alone.",
            "FrameVectors/FrameVector.Convert.cs",
            "SetFlags(GotRef, isPfns: false);",
            "SetFlags(gotRef: true, isPfns: false);",
            "thread/frame-vector", "thread/vb2-userptr", "contribute/pictures"),
        new(
            "put-drops-pins",
            "put_vaddr_frames() drops the pins that got_ref promises.",
            "FrameVectors/FrameVector.PutVaddrFrames.cs",
            "            ReleaseSlots(\"put_vaddr_frames\");\n",
            "",
            "thread/frame-vector", "thread/the-proper-model", "migrate/errors"),
        new(
            "fast-walk-stops-at-special",
            "The fast way of pinning stops at a special entry.",
            "UserPages/FastGetUserPages.cs",
            "is not { IsAccessible: true, IsSpecial: false } entry",
            "is not { IsAccessible: true } entry",
            "learn/memory-without-pages", "thread/the-proper-model", "thread/vb2-userptr"),
        new(
            "numbers-went-in-6.1",
            "Since Linux 6.1 get_vaddr_frames() only pins.",
            "Eras/FrameVectorPolicies/PinOnly.cs",
            "return pinned.IsSuccess ? Errno.EFAULT : pinned;",
            "return PinThenFollowKeepingError.Fill(request);",
            "index", "thread/the-mail", "thread/aftermath", "thread/verdicts", "migrate/for-applications", "migrate/to-dma-buf"),
        new(
            "strict-asks-for-the-page",
            "The strict reading refuses whatever has a struct page.",
            "Eras/FollowPfnPolicies/FollowOnlyWithoutStructPage.cs",
            "is { } entry && !vma.Mm.Machine.Memory.PfnValid(entry.Pfn) ?",
            "is { } entry ?",
            "thread/the-proper-model", "thread/frame-vector", "thread/vb2-userptr", "thread/verdicts", "learn/races"),
        new(
            "literal-asks-for-a-normal-page",
            "The literal reading refuses what vm_normal_page() finds.",
            "Eras/FollowPfnPolicies/FollowOnlyWithoutNormalPage.cs",
            "is { } entry && vma.NormalPage(entry) is null ?",
            "is { } entry ?",
            "thread/the-proper-model", "learn/memory-without-pages"),
        new(
            "all-or-nothing",
            "vb2_create_framevec() takes all frames or none.",
            "Videobuf2/Vb2Memops.cs",
            "result.Errno is null && result.Value == count",
            "result.Errno is null",
            "thread/vb2-userptr", "thread/the-proper-model", "migrate/errors"),
        new(
            "dma-sg-says-ENOMEM",
            "dma-sg answers ENOMEM whatever went wrong.",
            "Videobuf2/Vb2DmaSg.cs",
            "is not { IsSuccess: true } created)\n        {\n            return Errno.ENOMEM;",
            "is not { IsSuccess: true } created)\n        {\n            return Errno.EFAULT;",
            "thread/vb2-userptr", "migrate/errors"),
        new(
            "one-range-or-none",
            "dma-contig refuses a list that is not one range for the device.",
            "Videobuf2/Vb2DmaContig.cs",
            "table.ContiguousSizeBytes() >= request.SizeBytes",
            "table.ContiguousSizeBytes() >= 0",
            "learn/dma", "thread/vb2-userptr"),
        new(
            "same-pointer-same-frames",
            "A buffer queued again with the same pointer keeps its frames.",
            "Videobuf2/Vb2Queue.Qbuf.cs",
            "held.Request.Address == address &&",
            "held.Request.Address != address &&",
            "thread/vb2-userptr"),
        new(
            "tracked-files-are-refused",
            "Since Linux 6.5 a file that tracks writes is not pinned for long writing.",
            "UserPages/CheckVmaFlags.cs",
            "rules.DirtyTracking == DirtyTrackingRule.Refused && NeedsDirtyTracking(vma)",
            "rules.DirtyTracking == DirtyTrackingRule.Refused && NeedsDirtyTracking(vma) && vma.Range.Pages == 0",
            "thread/aftermath", "thread/the-proper-model", "migrate/get-to-pin", "migrate/for-applications", "reference/eras"),
        new(
            "last-freed-comes-first",
            "The frame that was freed last is handed out first.",
            "Pages/PageAllocator.cs",
            "TakeFreed(frames, alignment) ?? TakeFresh(frames, alignment)",
            "TakeFresh(frames, alignment) ?? TakeFreed(frames, alignment)",
            "index", "learn/a-number-is-not-a-promise", "thread/vb2-userptr"),
        new(
            "mapped-buffers-stay",
            "An exporter may not move a dma-buf that a static importer has mapped.",
            "Dma/DmaBuf.cs",
            "_vmaps > 0 || _attachments.Exists(attachment => attachment.IsPinning)",
            "_vmaps > 0",
            "migrate/to-dma-buf"),
        new(
            "error-of-the-pin-is-kept",
            "Since Linux 5.17 the error of the pin is kept.",
            "Eras/FrameVectorPolicies/PinThenFollow.cs",
            "keepsPinError && followError == Errno.EINVAL ? pinError ?? followError : followError",
            "followError",
            "thread/aftermath", "migrate/errors", "reference/eras", "reference/errors"),
        new(
            "notifiers-are-told",
            "Who registered a notifier is told before entries change.",
            "Mappings/MemoryDescriptor.MmuNotifier.cs",
            "            notifier.InvalidateRange?.Invoke(range);\n",
            "            _ = (notifier, range);\n",
            "learn/races", "migrate/pfn-users", "migrate/start", "thread/the-proper-model"),
        new(
            "held-pages-stay",
            "A page that somebody holds is not migrated.",
            "Pages/MigratePages.cs",
            "head.RefCount != Expected(machine, head) || ",
            "",
            "learn/pins", "thread/the-proper-model", "migrate/start"),
        new(
            "write-is-asked-for",
            "A pin for writing needs a mapping that may be written.",
            "UserPages/CheckVmaFlags.cs",
            "return vma.IsWritable || (isForced && vma.IsCowMapping && isForceable);",
            "return vma.IsWritable || isForced || isForceable;",
            "migrate/get-to-pin", "migrate/errors", "reference/eras"),
        new(
            "look-up-stays-inside",
            "follow_pfnmap_start() refuses an address outside of the mapping.",
            "UserPages/MemoryDescriptor.FollowPfnmap.cs",
            "return isRaw && vma.Range.Contains(address) && PageTable.Find(address) is { } entry",
            "return isRaw && (PageTable.Find(address) ?? PageTable.Find(vma.Start)) is { } entry",
            "migrate/pfn-users"),
    ];
}
