using System.Numerics;

namespace LinuxMm;

public sealed partial class Driver
{
    /// <summary>CONFIG_CMA_ALIGNMENT: buffers are aligned to their size, up to this.</summary>
    private const int MostAlignedFrames = 256;

    /// <summary>Allocates consecutive pages from the memory that is lent to movable pages; who is there must move. Each page has one reference afterwards.</summary>
    /// <remarks>
    /// Ensures: entries of moved pages follow, numbers that somebody copied do not. What has moved when another page stays is not moved back.
    /// Returns on failure: EBUSY when in every place some page would not move, because it is pinned or held otherwise; ENOMEM when no
    /// place is long enough. The kernel's function returns NULL and writes this number to the log; its callers say ENOMEM.
    /// </remarks>
    /// <param name="pages">How many, at least 1.</param>
    /// <returns>The frames, to be freed by <see cref="FreePages"/>.</returns>
    [LinuxSource("mm/cma.c", "cma_alloc", Tag = "v5.17")]
    public KernelResult<PfnRange> CmaAlloc(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pages, 1);
        using var call = Machine.Enter(Name);
        var failure = Errno.ENOMEM;
        foreach (var place in Places(pages))
        {
            if (ContiguousRange.TryVacate(Machine, place))
            {
                Take(place);
                return call.Returned<KernelResult<PfnRange>>("cma_alloc", pages, place);
            }

            failure = Errno.EBUSY;
        }

        return call.Returned<KernelResult<PfnRange>>("cma_alloc", pages, failure);
    }

    /// <summary>Where nobody has a contiguous buffer yet, in order.</summary>
    private IEnumerable<PfnRange> Places(int pages)
    {
        var area = Machine.Memory.RangeOf(Zone.Cma);
        var step = (int)Math.Min(BitOperations.RoundUpToPowerOf2((uint)pages), MostAlignedFrames);
        for (var first = area.First.AlignedUp(step); first + pages <= area.First + area.Count; first += step)
        {
            var place = new PfnRange(first, pages);
            if (!Machine.DriverList.Exists(driver => driver._frames.Any(place.Contains)))
            {
                yield return place;
            }
        }
    }

    private void Take(PfnRange place)
    {
        Machine.Memory.Take(place);
        for (var i = 0; i < place.Count; i++)
        {
            var page = Machine.Memory.PfnToPage(place[i]);
            page.Frame.SetOwner(Name);
            Machine.Checker.HandOut(page.Pfn);
            SetFrame(page.Pfn, has: true);
            page.SetRefCount(1, "cma_alloc");
        }
    }
}
