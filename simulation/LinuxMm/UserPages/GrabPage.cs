namespace LinuxMm;

/// <summary>Takes the reference or the pin that GUP was asked for.</summary>
[LinuxSource("mm/gup.c", "try_grab_page", Tag = "v5.17")]
internal static class GrabPage
{
    /// <summary>False where the page has no reference to build upon: it is free, or the tail of a block.</summary>
    public static bool Grab(Page page, FollFlags flags)
    {
        if (page.RefCount == 0)
        {
            return false;
        }

        if (flags.HasFlag(FollFlags.Get))
        {
            page.AddReferences(1, "get_user_pages");
        }
        else if (flags.HasFlag(FollFlags.Pin))
        {
            Pin(page);
        }

        return true;
    }

    private static void Pin(Page page)
    {
        var machine = page.Frame.Machine;
        if (page.IsZeroPage && machine.Era.UserPages.ZeroPage == ZeroPageRule.NotCounted)
        {
            return;
        }

        if (CountsExactly(page))
        {
            page.AddReferences(1, "pin_user_pages");
            page.Head.SetCompoundPinCount(page.PinCount + 1, "pin_user_pages");
        }
        else
        {
            page.AddReferences(Page.PinBias, "pin_user_pages");
        }
    }

    /// <summary>Whether the pins of a page are counted one by one and not by weight.</summary>
    public static bool CountsExactly(Page page) =>
        page.IsCompound && (page.Head.CompoundPages > 2 || page.Frame.Machine.Era.UserPages.CompoundPins == CompoundPinRule.Every);
}
