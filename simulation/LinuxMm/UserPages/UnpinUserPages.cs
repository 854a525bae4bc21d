namespace LinuxMm;

/// <summary>Gives pins back.</summary>
[LinuxSource("mm/gup.c", "unpin_user_pages", Tag = "v5.17")]
internal static class UnpinUserPages
{
    public static void Unpin(Page page, string reason)
    {
        var machine = page.Frame.Machine;
        if (page.IsZeroPage && machine.Era.UserPages.ZeroPage == ZeroPageRule.NotCounted)
        {
            return;
        }

        if (GrabPage.CountsExactly(page))
        {
            page.Head.SetCompoundPinCount(page.PinCount - 1, reason);
            machine.PutPage(page, reason);
        }
        else
        {
            machine.PutReferences(page, Page.PinBias, reason);
        }
    }

    /// <summary>Gives back what was appended to a list from a place on, pins or references, and removes it.</summary>
    public static void ReleaseAll(List<Page?> pages, int from, FollFlags flags, string reason)
    {
        foreach (var page in pages.Skip(from).OfType<Page>())
        {
            if (flags.HasFlag(FollFlags.Pin))
            {
                Unpin(page, reason);
            }
            else
            {
                page.Frame.Machine.PutPage(page, reason);
            }
        }

        pages.RemoveRange(from, pages.Count - from);
    }
}
