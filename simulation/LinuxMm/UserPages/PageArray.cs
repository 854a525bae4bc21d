namespace LinuxMm;

/// <summary>The array of page pointers that a driver passes to <see cref="MemoryDescriptor.PinUserPages"/>.</summary>
[LinuxSource("mm/gup.c", "pin_user_pages(pages)", Tag = "v5.17")]
public sealed class PageArray : FrameHolder
{
    internal PageArray(Machine machine, string name, int pages)
        : base(machine, name, pages)
    {
        Announce();
    }

    /// <summary>The page in a slot.</summary>
    /// <param name="index">0 to <see cref="FrameHolder.Capacity"/> - 1.</param>
    /// <exception cref="InvalidOperationException">The slot was never written.</exception>
    [ModelOnly("Indexing an array.")]
    public Page this[int index] => PageAt(index);

    /// <summary>Releases the pins or references of all pages.</summary>
    /// <remarks>Ensures: <see cref="FrameHolder.FrameCount"/> is 0; the slots keep stale pointers.</remarks>
    /// <exception cref="InvalidOperationException">The array holds nothing: unpinning twice would release somebody else's pins.</exception>
    [LinuxSource("mm/gup.c", "unpin_user_pages", Tag = "v5.17")]
    public void UnpinUserPages() => Release(makeDirty: false);

    /// <summary>Marks all pages dirty, because the device wrote to them, and releases them: in this order.</summary>
    /// <param name="makeDirty">Whether the device wrote.</param>
    /// <exception cref="InvalidOperationException">The array holds nothing.</exception>
    [LinuxSource("mm/gup.c", "unpin_user_pages_dirty_lock", Tag = "v5.17")]
    public void UnpinUserPagesDirtyLock(bool makeDirty) => Release(makeDirty);

    /// <summary>Frees an array that holds nothing any more.</summary>
    internal void Discard() => Withdraw();

    internal void RequireEmpty()
    {
        RequireAlive();
        if (FrameCount > 0)
        {
            throw new InvalidOperationException($"{Name} still holds pages: unpin them first, or their pins leak.");
        }
    }

    internal void RequireHolding()
    {
        RequireAlive();
        if (FrameCount == 0)
        {
            throw new InvalidOperationException($"{Name} holds no pages: they were unpinned already, or never pinned.");
        }
    }

    private void Release(bool makeDirty)
    {
        RequireHolding();
        using var call = Machine.Enter("kernel");
        for (var i = 0; makeDirty && i < FrameCount; i++)
        {
            if (Slot(i).Kind == SlotKind.PagePointer)
            {
                PageAt(i).SetFlags(PageAt(i).Flags | PageFlags.Dirty);
            }
        }

        ReleaseSlots("unpin_user_pages");
        SetFrameCount(0);
        call.Returned("unpin_user_pages", Name, "done");
    }

    internal override HolderSnapshot Snapshot() => new()
    {
        Name = Name,
        Kind = "pages[]",
        FrameCount = FrameCount,
        Slots = SlotSnapshots(),
    };
}
