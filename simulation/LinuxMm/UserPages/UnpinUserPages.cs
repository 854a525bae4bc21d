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

    /// <summary>Unpins what was appended to a list from a place on, and removes it.</summary>
    public static void UnpinAll(List<Page?> pages, int from, string reason)
    {
        foreach (var page in pages.Skip(from))
        {
            if (page is not null)
            {
                Unpin(page, reason);
            }
        }

        pages.RemoveRange(from, pages.Count - from);
    }
}
