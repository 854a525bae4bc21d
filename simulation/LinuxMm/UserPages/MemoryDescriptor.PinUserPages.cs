namespace LinuxMm;

public sealed partial class MemoryDescriptor
{
    /// <summary>Pins the pages of a range for DMA, slow path only.</summary>
    /// <remarks>
    /// Requires: the array holds nothing.
    /// Ensures: the first slots point to pinned pages, as many as returned.
    /// Returns on failure: EFAULT, EOPNOTSUPP, EEXIST or ENOMEM when not even the first page could be pinned; EINVAL with a WARN for flags that are not the callers', but 0 from pin_user_pages() since 6.3.
    /// </remarks>
    /// <param name="start">Any address; it is aligned down.</param>
    /// <param name="pageCount">How many pages, 0 to the array's room.</param>
    /// <param name="flags">What is wanted; FOLL_PIN is added.</param>
    /// <param name="pages">Where the pages go.</param>
    /// <returns>The number of pages, possibly less than asked for, or an error.</returns>
    [LinuxSource("mm/gup.c", "pin_user_pages", Tag = "v5.17")]
    public KernelResult<int> PinUserPages(VirtualAddress start, int pageCount, FollFlags flags, PageArray pages) =>
        Gup("pin_user_pages", new GupArguments(start, pageCount, flags, pages), FollFlags.Pin, isFast: false);

    /// <summary>Pins the pages of a range for DMA: page tables first, without a look at the mappings.</summary>
    /// <remarks><inheritdoc cref="PinUserPages" path="/remarks/node()"/></remarks>
    /// <param name="start">Any address; it is aligned down.</param>
    /// <param name="pageCount">How many pages, 0 to the array's room.</param>
    /// <param name="flags">What is wanted; FOLL_PIN is added.</param>
    /// <param name="pages">Where the pages go.</param>
    /// <returns>The number of pages, possibly less than asked for, or an error.</returns>
    [LinuxSource("mm/gup.c", "pin_user_pages_fast", Tag = "v5.17")]
    public KernelResult<int> PinUserPagesFast(VirtualAddress start, int pageCount, FollFlags flags, PageArray pages) =>
        Gup("pin_user_pages_fast", new GupArguments(start, pageCount, flags, pages), FollFlags.Pin, isFast: true);

    /// <summary>Pins the pages of a range, slow path only, never for long. What frame vectors used from 5.8 to 5.11.</summary>
    /// <remarks><inheritdoc cref="PinUserPages" path="/remarks/node()"/></remarks>
    /// <param name="start">Any address; it is aligned down.</param>
    /// <param name="pageCount">How many pages, 0 to the array's room.</param>
    /// <param name="flags">What is wanted; FOLL_PIN is added, FOLL_LONGTERM is a WARN and EINVAL.</param>
    /// <param name="pages">Where the pages go.</param>
    /// <returns>The number of pages, possibly less than asked for, or an error.</returns>
    /// <exception cref="InvalidOperationException">The era has no such function.</exception>
    [LinuxSource("mm/gup.c", "pin_user_pages_locked", Tag = "v5.10", Since = "v5.8", Until = "v5.17")]
    public KernelResult<int> PinUserPagesLocked(VirtualAddress start, int pageCount, FollFlags flags, PageArray pages)
    {
        if (Machine.Era.UserPages.LockedPin == LockedPinRule.DoesNotExist)
        {
            throw new InvalidOperationException($"pin_user_pages_locked does not exist in era {Machine.Era}: 5.8 to 5.17 have it.");
        }

        return Gup("pin_user_pages_locked", new GupArguments(start, pageCount, flags, pages), FollFlags.Pin, isFast: false);
    }

    /// <summary>Takes plain references to the pages of a range, slow path only.</summary>
    /// <remarks><inheritdoc cref="PinUserPages" path="/remarks/node()"/></remarks>
    /// <param name="start">Any address; it is aligned down.</param>
    /// <param name="pageCount">How many pages, 0 to the array's room.</param>
    /// <param name="flags">What is wanted; FOLL_GET is added.</param>
    /// <param name="pages">Where the pages go.</param>
    /// <returns>The number of pages, possibly less than asked for, or an error.</returns>
    [LinuxSource("mm/gup.c", "get_user_pages", Tag = "v5.17")]
    public KernelResult<int> GetUserPages(VirtualAddress start, int pageCount, FollFlags flags, PageArray pages) =>
        Gup("get_user_pages", new GupArguments(start, pageCount, flags, pages), FollFlags.Get, isFast: false);

    /// <summary>Takes plain references to the pages of a range: page tables first.</summary>
    /// <remarks><inheritdoc cref="PinUserPages" path="/remarks/node()"/></remarks>
    /// <param name="start">Any address; it is aligned down.</param>
    /// <param name="pageCount">How many pages, 0 to the array's room.</param>
    /// <param name="flags">What is wanted; FOLL_GET is added.</param>
    /// <param name="pages">Where the pages go.</param>
    /// <returns>The number of pages, possibly less than asked for, or an error.</returns>
    [LinuxSource("mm/gup.c", "get_user_pages_fast", Tag = "v5.17")]
    public KernelResult<int> GetUserPagesFast(VirtualAddress start, int pageCount, FollFlags flags, PageArray pages) =>
        Gup("get_user_pages_fast", new GupArguments(start, pageCount, flags, pages), FollFlags.Get, isFast: true);

    /// <summary>For as long as user space likes: with pins where there are any, with references before.</summary>
    internal KernelResult<int> TakeForLong(VirtualAddress start, int pageCount, FollFlags flags, PageArray pages) =>
        HasPins ? PinUserPages(start, pageCount, flags | FollFlags.Longterm, pages) : GetUserPages(start, pageCount, flags | FollFlags.Longterm, pages);

    private bool HasPins => Machine.Era.UserPages.GupFlags >= GupFlagsRule.PinsAndLongReferences;

    private const FollFlags Known = FollFlags.Write | FollFlags.Touch | FollFlags.Get | FollFlags.Force | FollFlags.Longterm | FollFlags.Pin;

    private KernelResult<int> Gup(string function, GupArguments arguments, FollFlags grab, bool isFast)
    {
        RequireRunning();
        if (grab == FollFlags.Pin && !HasPins)
        {
            throw new InvalidOperationException($"{function} does not exist in era {Machine.Era}: pins came with 5.6.");
        }

        Machine.RequireOwn(arguments.Pages);
        arguments.Pages.RequireEmpty();
        ArgumentOutOfRangeException.ThrowIfNegative(arguments.PageCount, "pageCount");
        if ((arguments.Flags & ~Known) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(arguments), arguments.Flags, $"Known are {Known}.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(arguments.PageCount, arguments.Pages.Capacity, "pageCount");
        using var call = Enter();
        return call.Returned(function, arguments, RunGup(function, arguments, grab, isFast));
    }

    private KernelResult<int> RunGup(string function, GupArguments arguments, FollFlags grab, bool isFast)
    {
        var rule = Machine.Era.UserPages.GupFlags;
        if (GupFlagsCheck.Refusal(function, arguments.Flags, rule) is { } refusal)
        {
            Machine.WarnOnce($"{function}: {refusal}");
            return function == "pin_user_pages" && rule >= GupFlagsRule.LongPinsTouched ? 0 : Errno.EINVAL;
        }

        var isTouched = function is "get_user_pages" or "pin_user_pages_locked";
        var flags = arguments.Flags | grab | (isTouched ? FollFlags.Touch : FollFlags.None);
        var pages = new List<Page?>(arguments.PageCount);
        var result = isFast
            ? new FastGetUserPages(this, flags).Run(arguments.Start, arguments.PageCount, pages)
            : LinuxMm.GetUserPages.RunWhole(this, flags, arguments.Start, arguments.PageCount, pages);
        arguments.Pages.TakePages(pages, grab == FollFlags.Pin ? Promise.Pin : Promise.Reference);
        return result;
    }

    private sealed record GupArguments(VirtualAddress Start, int PageCount, FollFlags Flags, PageArray Pages)
    {
        public override string ToString() => $"({Start}, {PageCount}, {Flags}, {Pages.Name})";
    }
}
