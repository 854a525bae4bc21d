namespace Browser.Tests;

/// <summary>What a page is read for.</summary>
public enum Gate
{
    /// <summary>axe in the light scheme.</summary>
    AxeLight,

    /// <summary>axe in the dark scheme.</summary>
    AxeDark,

    /// <summary>axe in a window of 320 pixels.</summary>
    AxeNarrow,

    /// <summary>Pictures and controls in colours that the reader's system chose, dark ones and light ones.</summary>
    ForcedColours,

    /// <summary>Width in a window of 320 pixels, with script and without.</summary>
    Overflow,

    /// <summary>Errors and warnings in the console, failed requests, exceptions.</summary>
    Complaints,

    /// <summary>Requests that leave the site.</summary>
    Requests,

    /// <summary>Things that move while the page arrives.</summary>
    Shift,

    /// <summary>Controls that the keyboard cannot reach, or that hide the focus.</summary>
    Focus,

    /// <summary>Words in pictures that leave their box or lie on others.</summary>
    Labels,

    /// <summary>What paper does not show.</summary>
    Print,

    /// <summary>Words that need a script.</summary>
    Words,

    /// <summary>Steps that the address cannot choose without script.</summary>
    Steps,
}
